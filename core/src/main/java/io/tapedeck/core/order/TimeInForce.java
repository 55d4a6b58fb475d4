package io.tapedeck.core.order;

/** FIX TimeInForce (59): how long what is not filled at once stays working. */
public enum TimeInForce {
  /** Until the close of the session, or of the next one if none is open. */
  DAY,
  /** Until it is canceled. */
  GTC,
  /** What does not fill at its first chance is canceled. */
  IOC,
  /** Fills completely at its first chance or is canceled. */
  FOK
}
