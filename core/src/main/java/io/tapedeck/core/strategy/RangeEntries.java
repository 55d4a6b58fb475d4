package io.tapedeck.core.strategy;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;

/** The two entries around the opening range of one instrument, of which one may fill. */
final class RangeEntries {
  private final long lots;
  private long buyId;
  private long sellId;

  RangeEntries(long lots) {
    this.lots = lots;
    clear();
  }

  void clear() {
    buyId = OrderSink.NO_ORDER;
    sellId = OrderSink.NO_ORDER;
  }

  /** Places both, each with its exits so many ranges from its trigger. */
  void place(OpeningRange range, double stopRanges, double targetRanges, OrderSink orders) {
    long stop = range.widthsTicks(stopRanges);
    long target = range.widthsTicks(targetRanges);
    long above = range.aboveTicks();
    long below = range.belowTicks();
    buyId =
        orders
            .order(Side.BUY, lots)
            .stop(above)
            .lasting(TimeInForce.DAY)
            .takeProfit(above + target)
            .stopLoss(range.placeableTicks(above - stop))
            .send();
    sellId =
        orders
            .order(Side.SELL, lots)
            .stop(below)
            .lasting(TimeInForce.DAY)
            .oneCancelsOther(buyId)
            .takeProfit(range.placeableTicks(below - target))
            .stopLoss(below + stop)
            .send();
  }

  void cancel(OrderSink orders) {
    if (buyId != OrderSink.NO_ORDER) {
      orders.cancel(buyId);
      orders.cancel(sellId);
    }
  }

  boolean contain(long orderId) {
    return orderId == buyId || orderId == sellId;
  }
}
