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
  FOK,
  /** Until an instant of its own. */
  GTD,
  /** In the opening auction only. */
  AT_THE_OPENING,
  /** In the closing auction only. */
  AT_THE_CLOSE;

  /** Whether it has one chance, at the first event that could fill it. */
  public boolean isImmediate() {
    return this == IOC || this == FOK;
  }

  /** Whether it takes part in an auction and nothing else. */
  public boolean isAuction() {
    return this == AT_THE_OPENING || this == AT_THE_CLOSE;
  }
}
