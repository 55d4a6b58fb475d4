package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * What was recorded of a run, to look into it afterwards.
 *
 * @param startEquity equity before the first event, in money; positive
 * @param daily the books at each session close, in order
 * @param trips closed round trips
 * @param orders implementation shortfall of each order sent
 * @param costs costs of fills, orders or charges
 * @param sessionsPerYear sessions of a usual year, to annualise by; positive
 * @param rollingSessions sessions in the window of the rolling Sharpe ratio; at least 2
 * @param mostDrawdowns rows of the table of drawdowns, at most; not negative
 */
public record AnalysisInput(
    long startEquity,
    List<DailyEquity> daily,
    List<TripFacts> trips,
    List<OrderShortfall> orders,
    List<CostLine> costs,
    int sessionsPerYear,
    int rollingSessions,
    int mostDrawdowns) {
  public AnalysisInput {
    Require.that(startEquity > 0, "startEquity must be positive, was %d", startEquity);
    Require.that(sessionsPerYear > 0, "sessionsPerYear must be positive, was %d", sessionsPerYear);
    Require.that(
        rollingSessions >= 2, "rollingSessions must be at least 2, were %d", rollingSessions);
    Require.that(mostDrawdowns >= 0, "mostDrawdowns must not be negative, were %d", mostDrawdowns);
    daily = List.copyOf(daily);
    trips = List.copyOf(trips);
    orders = List.copyOf(orders);
    costs = List.copyOf(costs);
  }
}
