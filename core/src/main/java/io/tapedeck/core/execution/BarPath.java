package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;

/** The way the price is taken to have gone inside a bar: over these prices, straight between. */
public enum BarPath {
  /** Open, high, low, close. */
  @Model("Open, high, low, close.")
  OHLC,
  /** Open, low, high, close. */
  @Model("Open, low, high, close.")
  OLHC,
  /** The extreme nearer to the open first; the high where both are as near. */
  @Model("The extreme nearer to the open first.")
  ADAPTIVE,
  /**
   * The extreme that hurts the position held at the open first; where none is held high, low, and
   * high again. Released orders that wait for a better price wait for the next bar.
   */
  @Model("The extreme that hurts the position first.")
  PESSIMISTIC
}
