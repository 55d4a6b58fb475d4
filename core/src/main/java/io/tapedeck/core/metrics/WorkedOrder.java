package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Side;

/**
 * One order that was sent, from the decision to its end, as far as its cost needs it. Prices of the
 * market are doubled, so that a mid is a whole number: bid plus ask, in ticks.
 *
 * @param orderId as the run numbers it
 * @param strategy index of the strategy that decided on it; not negative
 * @param instrument index in the run's universe; not negative
 * @param side BUY or SELL
 * @param decisionDoubledTicks twice the mid when it was decided on
 * @param arrivalDoubledTicks twice the mid when it reached the venue; the decision's where that is
 *     not known, and nothing is then put down to delay
 * @param orderedLots size asked for; positive
 * @param filledLots size filled; from 0 to {@code orderedLots}
 * @param filledTickLots sum of price times lots over its fills, in ticks times lots; zero without a
 *     fill
 * @param fee money of all its fills; negative where rebates exceed it
 * @param finalDoubledTicks twice the mid when the order ended, or at the last mark if it had not
 */
public record WorkedOrder(
    long orderId,
    int strategy,
    int instrument,
    Side side,
    long decisionDoubledTicks,
    long arrivalDoubledTicks,
    long orderedLots,
    long filledLots,
    long filledTickLots,
    long fee,
    long finalDoubledTicks) {
  public WorkedOrder {
    Require.that(strategy >= 0, "strategy must not be negative, was %d", strategy);
    Require.that(instrument >= 0, "instrument must not be negative, was %d", instrument);
    Require.that(side != null, "side must be given");
    Require.that(orderedLots > 0, "orderedLots must be positive, were %d", orderedLots);
    Require.that(
        filledLots >= 0 && filledLots <= orderedLots,
        "filledLots must be from 0 to orderedLots (%d), were %d",
        orderedLots,
        filledLots);
    Require.that(
        filledLots > 0 || filledTickLots == 0,
        "an order without a fill paid nothing, filledTickLots were %d",
        filledTickLots);
  }
}
