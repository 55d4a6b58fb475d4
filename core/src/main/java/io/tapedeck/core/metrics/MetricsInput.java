package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * What a run's numbers are made of. Amounts are money of the run's currency.
 *
 * @param startEquity equity before the first event; positive
 * @param endEquity equity at the end, open positions marked
 * @param realised realised profit, before fees
 * @param unrealised profit of open positions at the last mark
 * @param fees fees paid; negative where rebates exceed them
 * @param fills number of fills; not negative
 * @param daily the books at each session close, in order
 * @param trips closed round trips
 * @param maxDrawdownMoney largest fall from a peak, at marks; not negative
 * @param maxDrawdown largest fall from a peak as a fraction of that peak, at marks; not negative
 * @param maxDrawdownNanos longest time from a peak to its recovery, or to the end; not negative
 * @param sessionsPerYear sessions of a usual year, to annualise by; positive
 * @param openTrades positions open at the end; not negative
 */
public record MetricsInput(
    long startEquity,
    long endEquity,
    long realised,
    long unrealised,
    long fees,
    long fills,
    List<DailyEquity> daily,
    RoundTripTally trips,
    long maxDrawdownMoney,
    double maxDrawdown,
    long maxDrawdownNanos,
    int sessionsPerYear,
    long openTrades) {
  public MetricsInput {
    Require.that(startEquity > 0, "startEquity must be positive, was %d", startEquity);
    Require.that(fills >= 0, "fills must not be negative, were %d", fills);
    Require.that(trips != null, "the tally of round trips must be given");
    Require.that(
        maxDrawdownMoney >= 0, "maxDrawdownMoney must not be negative, was %d", maxDrawdownMoney);
    Require.that(maxDrawdown >= 0, "maxDrawdown must not be negative, was %s", maxDrawdown);
    Require.that(
        maxDrawdownNanos >= 0, "maxDrawdownNanos must not be negative, was %d", maxDrawdownNanos);
    Require.that(sessionsPerYear > 0, "sessionsPerYear must be positive, was %d", sessionsPerYear);
    Require.that(openTrades >= 0, "openTrades must not be negative, were %d", openTrades);
    daily = List.copyOf(daily);
  }
}
