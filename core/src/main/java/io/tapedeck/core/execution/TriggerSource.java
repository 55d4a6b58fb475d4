package io.tapedeck.core.execution;

/** Which price triggers armed orders. */
public enum TriggerSource {
  /** With quotes the side the order would take from, a buy the ask; without them the prints. */
  AUTO,
  /** Prints. */
  LAST,
  /** The middle of two-sided quotes. */
  MID
}
