package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;

/** What a marketable order does with what the touch cannot give it. */
public enum ResidualRule {
  /** A limit order rests at its price, a market order waits for fresh size. */
  @Model("A limit order rests at its price, a market order waits for size.")
  RESTS,
  /**
   * Takes the rest at once, one price increment worse for each level, each as large as the
   * displayed touch.
   */
  @Model("Takes the rest at once, one price increment worse for each level.")
  WALKS,
  /** The rest is canceled. */
  @Model("The rest is canceled.")
  CANCELS
}
