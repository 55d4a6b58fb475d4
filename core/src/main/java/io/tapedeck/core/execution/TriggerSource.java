package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;

/** Which price triggers armed orders. */
public enum TriggerSource {
  /** With quotes the side the order would take from, a buy the ask; without them the prints. */
  @Model("The side the order would take from; prints where there are no quotes.")
  AUTO,
  /** Prints. */
  @Model("Prints.")
  LAST,
  /** The middle of two-sided quotes. */
  @Model("The middle of two-sided quotes.")
  MID
}
