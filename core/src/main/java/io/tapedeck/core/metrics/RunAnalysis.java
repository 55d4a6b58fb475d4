package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.util.ArrayList;
import java.util.List;

/**
 * A closer look at one run, made on demand from what was recorded of it; {@link RunMetrics} has the
 * figures that every run carries.
 *
 * @param rollingSharpe the Sharpe ratio of each window of sessions, at its last session: {@code m /
 *     s × √P} as {@link MetricsCalculator} has it; NaN where a window's returns are all the same,
 *     empty if there are fewer sessions than a window has or an equity before the last is not above
 *     zero
 * @param drawdowns the deepest, deepest first and of equal ones the earliest
 * @param months the return of each month with a session
 * @param distribution how session returns are distributed
 * @param trips closed round trips, with excursions
 * @param orders implementation shortfall of each order, as given
 * @param shortfall implementation shortfall, summed
 * @param costs costs, summed
 */
public record RunAnalysis(
    List<DatedFigure> rollingSharpe,
    List<Drawdown> drawdowns,
    List<MonthlyReturn> months,
    ReturnDistribution distribution,
    Breakdown<TripSummary> trips,
    List<OrderShortfall> orders,
    Breakdown<ShortfallTally> shortfall,
    Breakdown<CostBreakdown> costs) {
  /**
   * The analysis of a run; a pure function.
   *
   * @throws ArithmeticException if a sum of money leaves 64 bits
   */
  public static RunAnalysis of(AnalysisInput run) {
    List<DailyEquity> daily = run.daily();
    SessionReturns returns = SessionReturns.of(run.startEquity(), daily);
    return new RunAnalysis(
        rollingSharpe(run, returns),
        DrawdownTable.deepest(run.startEquity(), daily, run.mostDrawdowns()),
        MonthlyReturn.of(run.startEquity(), daily),
        ReturnDistribution.of(returns, daily),
        Breakdown.of(run.trips(), TripSummary::of),
        run.orders(),
        Breakdown.of(run.orders(), ShortfallTally::of),
        Breakdown.of(run.costs(), RunAnalysis::sum));
  }

  private static List<DatedFigure> rollingSharpe(AnalysisInput run, SessionReturns returns) {
    List<DatedFigure> series = new ArrayList<>();
    for (int last = run.rollingSessions() - 1; last < returns.count(); last++) {
      SessionReturns window =
          returns.window(last + 1 - run.rollingSessions(), run.rollingSessions());
      series.add(
          new DatedFigure(run.daily().get(last).date(), window.sharpe(run.sessionsPerYear())));
    }
    return List.copyOf(series);
  }

  private static CostBreakdown sum(List<CostLine> lines) {
    CostBreakdown sum = CostBreakdown.NONE;
    for (CostLine line : lines) {
      sum = sum.plus(line.costs());
    }
    return sum;
  }
}
