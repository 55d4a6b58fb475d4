package io.tapedeck.core.replay;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/**
 * What became of one order, in venue time.
 *
 * @param orderId sequential from 1 in the order of decisions
 * @param instrument index in the run's universe
 * @param orderLots size asked for
 * @param limitTicks limit of a {@link OrderType#LIMIT} order, in ticks; zero otherwise
 * @param status as the venue left it at the end of the run, or {@link OrderStatus#DENIED}
 * @param filledLots size filled (FIX CumQty)
 * @param averageTicks average price of its fills, in ticks; NaN without a fill
 * @param fee money, of all its fills
 * @param sentNanos when it was decided on
 * @param lastNanos when its status changed last
 * @param reason name of the {@link io.tapedeck.core.order.DenialReason} or {@link
 *     io.tapedeck.core.order.CancelReason}; empty where there is none
 */
public record OrderRecord(
    long orderId,
    int instrument,
    OrderType type,
    Side side,
    long orderLots,
    long limitTicks,
    TimeInForce timeInForce,
    OrderStatus status,
    long filledLots,
    double averageTicks,
    long fee,
    long sentNanos,
    long lastNanos,
    String reason) {
  /** What may still be filled (FIX LeavesQty): nothing once the order is done. */
  public long leavesLots() {
    return status.isTerminal() ? 0 : orderLots - filledLots;
  }
}
