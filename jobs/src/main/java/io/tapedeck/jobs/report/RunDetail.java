package io.tapedeck.jobs.report;

import io.tapedeck.core.metrics.RunAnalysis;

/**
 * A closer look at one run: the best set of a sweep over a window, or the run that the report is
 * of.
 *
 * @param curve its books at session closes
 * @param analysis rolling Sharpe ratio, drawdowns, months and distribution of session returns
 * @param rollingSessions sessions in the window of the rolling Sharpe ratio; 0 if it is not known
 *     how many sessions a year has
 * @param benchmark what it is compared with; {@link BenchmarkLine#NONE} for nothing
 * @param trading what it traded
 */
public record RunDetail(
    EquityCurve curve,
    RunAnalysis analysis,
    int rollingSessions,
    BenchmarkLine benchmark,
    TradingRecord trading) {
  /** Name of the window of dates. */
  public String window() {
    return curve.window();
  }
}
