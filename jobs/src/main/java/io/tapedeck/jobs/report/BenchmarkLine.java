package io.tapedeck.jobs.report;

import java.util.List;

/**
 * What the start equity had become in something else, bought at the start and held.
 *
 * @param symbol what was held; empty for nothing
 * @param equity in the currency, at the start and at each session close: as many values as the
 *     curve has
 */
public record BenchmarkLine(String symbol, List<Double> equity) {
  /** Nothing to compare with. */
  public static final BenchmarkLine NONE = new BenchmarkLine("", List.of());

  public BenchmarkLine {
    equity = List.copyOf(equity);
  }

  /** Whether there is something to compare with. */
  public boolean isGiven() {
    return !equity.isEmpty();
  }
}
