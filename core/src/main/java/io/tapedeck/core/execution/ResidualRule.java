package io.tapedeck.core.execution;

/** What a marketable order does with what the touch cannot give it. */
public enum ResidualRule {
  /** A limit order rests at its price, a market order waits for fresh size. */
  RESTS,
  /**
   * Takes the rest at once, one price increment worse for each level, each as large as the
   * displayed touch.
   */
  WALKS,
  /** The rest is canceled. */
  CANCELS
}
