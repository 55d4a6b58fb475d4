package io.tapedeck.core.execution;

/**
 * At which price of which bar a market order fills. What a bar's volume cannot give it gets at the
 * next price of the kind.
 */
public enum BarMarketMode {
  /** The open of the first bar that opens at or after its arrival. */
  NEXT_OPEN,
  /** The last price of the way known at its arrival: the close it was decided on. Optimistic. */
  SAME_CLOSE,
  /** The close of the first bar that closes after its arrival. */
  NEXT_CLOSE,
  /** The middle of high and low of the first bar that opens at or after its arrival. */
  MID,
  /** A random tick between low and high of the first bar that opens at or after its arrival. */
  RANDOM
}
