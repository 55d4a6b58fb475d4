package io.tapedeck.core.execution;

/** The way the price is taken to have gone inside a bar. */
public enum BarPath {
  /** Open, high, low, close. */
  OHLC,
  /** Open, low, high, close. */
  OLHC,
  /** The extreme nearer to the open first; the high where both are as near. */
  ADAPTIVE,
  /** The extreme that hurts the position first. */
  PESSIMISTIC
}
