package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;

/**
 * At which price of which bar a market order fills. What a bar's volume cannot give it gets at the
 * next price of the kind.
 */
public enum BarMarketMode {
  /** The open of the first bar that opens at or after its arrival. */
  @Model("The open of the first bar that opens after it arrives.")
  NEXT_OPEN,
  /** The last price of the way known at its arrival: the close it was decided on. Optimistic. */
  @Model("The close it was decided on; a warning.")
  SAME_CLOSE,
  /** The close of the first bar that closes after its arrival. */
  @Model("The close of the first bar that closes after it arrives.")
  NEXT_CLOSE,
  /** The middle of high and low of the first bar that opens at or after its arrival. */
  @Model("The middle of high and low of the next bar.")
  MID,
  /** A random tick between low and high of the first bar that opens at or after its arrival. */
  @Model("A random tick between low and high of the next bar.")
  RANDOM
}
