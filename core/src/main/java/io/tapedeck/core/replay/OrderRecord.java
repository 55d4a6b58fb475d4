package io.tapedeck.core.replay;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/**
 * What became of one order, in venue time. Terms are those it had last.
 *
 * @param orderId sequential from 1 in the order of decisions
 * @param instrument index in the run's universe
 * @param strategy index of the strategy it belongs to
 * @param orderLots size asked for (FIX OrderQty)
 * @param limitTicks limit, in ticks; zero where the type has none
 * @param triggerTicks trigger, in ticks; zero where the type has none
 * @param trailTicks by how many ticks a trailing stop follows; zero else
 * @param trailBpsE4 by what share a trailing stop follows, in 1e-4 basis points; zero else
 * @param expireNanos when a {@link TimeInForce#GTD} order expires; zero else
 * @param isPostOnly whether it may only add liquidity
 * @param isReduceOnly whether it may only make the position smaller
 * @param parentId the order it waits for; zero for none
 * @param cancelsId an order of its one-cancels-other group; zero for none
 * @param isTriggered whether the market met its trigger
 * @param status at the end of the run: {@link OrderStatus#DENIED}, a request that the venue has not
 *     answered, or as the venue left it
 * @param filledLots size filled (FIX CumQty)
 * @param filledTickLots sum of price in ticks times lots over its fills
 * @param averageTicks average price of its fills, in ticks; NaN without a fill
 * @param fee money, of all its fills; negative for rebates
 * @param doubledDecisionTicks twice the price known when it was decided; {@link
 *     io.tapedeck.core.market.Missing#VALUE} where none was known
 * @param sentNanos when it was decided on
 * @param lastNanos when its status changed last
 * @param reason name of the denial, reject, cancel or replace reason given last; empty where there
 *     is none
 */
public record OrderRecord(
    long orderId,
    int instrument,
    int strategy,
    OrderType type,
    Side side,
    long orderLots,
    long limitTicks,
    long triggerTicks,
    long trailTicks,
    long trailBpsE4,
    TimeInForce timeInForce,
    long expireNanos,
    boolean isPostOnly,
    boolean isReduceOnly,
    long parentId,
    long cancelsId,
    boolean isTriggered,
    OrderStatus status,
    long filledLots,
    long filledTickLots,
    double averageTicks,
    long fee,
    long doubledDecisionTicks,
    long sentNanos,
    long lastNanos,
    String reason) {
  /** What may still be filled (FIX LeavesQty): nothing once the order is done. */
  public long leavesLots() {
    return status.isTerminal() ? 0 : orderLots - filledLots;
  }
}
