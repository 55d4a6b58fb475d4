package io.tapedeck.core.replay;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/** One order while its record is being written. */
final class OrderHistory {
  private final long orderId;
  private final int instrument;
  private final OrderType type;
  private final Side side;
  private final long orderLots;
  private final long limitTicks;
  private final TimeInForce timeInForce;
  private final long sentNanos;
  private OrderStatus status = OrderStatus.PENDING_NEW;
  private String reason = "";
  private long lastNanos;
  private long filledLots;
  private double filledTickLots;
  private long fee;

  OrderHistory(
      long sentNanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long orderLots,
      long limitTicks,
      TimeInForce timeInForce) {
    this.sentNanos = sentNanos;
    this.orderId = orderId;
    this.instrument = instrument;
    this.type = type;
    this.side = side;
    this.orderLots = orderLots;
    this.limitTicks = limitTicks;
    this.timeInForce = timeInForce;
    lastNanos = sentNanos;
  }

  void become(long nanos, OrderStatus newStatus, String newReason) {
    status = newStatus;
    reason = newReason;
    lastNanos = nanos;
  }

  void fill(long nanos, long priceTicks, long lots, long fillFee, long leavesLots) {
    filledLots += lots;
    filledTickLots += (double) priceTicks * lots;
    fee = Math.addExact(fee, fillFee);
    become(nanos, leavesLots == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED, "");
  }

  OrderRecord record() {
    return new OrderRecord(
        orderId,
        instrument,
        type,
        side,
        orderLots,
        limitTicks,
        timeInForce,
        status,
        filledLots,
        filledTickLots / filledLots,
        fee,
        sentNanos,
        lastNanos,
        reason);
  }
}
