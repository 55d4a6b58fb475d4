package io.tapedeck.core.replay;

import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderView;

/** One order while its record is being written. */
final class OrderHistory {
  private final long orderId;
  private final OrderTerms terms = new OrderTerms();
  private final long sentNanos;
  private OrderStatus status = OrderStatus.PENDING_NEW;
  private OrderStatus venueStatus = OrderStatus.PENDING_NEW;
  private String reason = "";
  private boolean isTriggered;
  private long lastNanos;
  private long filledLots;
  private long filledTickLots;
  private long fee;

  OrderHistory(long sentNanos, long orderId, OrderView order) {
    this.sentNanos = sentNanos;
    this.orderId = orderId;
    terms.copy(order);
    lastNanos = sentNanos;
  }

  /** The venue says what the order is now. */
  void become(long nanos, OrderStatus newStatus, String newReason) {
    venueStatus = newStatus;
    await(nanos, newStatus);
    reason = newReason;
  }

  /** The trader asked for something that the venue has not answered yet. */
  void await(long nanos, OrderStatus pending) {
    if (!status.isTerminal()) {
      status = pending;
      lastNanos = nanos;
    }
  }

  /** The venue refused what was asked for: the order is what it was. */
  void resume(long nanos) {
    await(nanos, venueStatus);
  }

  void trigger(long nanos) {
    isTriggered = true;
    lastNanos = nanos;
  }

  void replace(long nanos, long lots, long limitTicks, long triggerTicks, String newReason) {
    terms.sized(lots).limit(limitTicks).trigger(triggerTicks);
    become(nanos, filledLots > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.NEW, newReason);
  }

  void fill(long nanos, long priceTicks, long lots, long fillFee, long leavesLots) {
    filledLots += lots;
    filledTickLots = Math.addExact(filledTickLots, Math.multiplyExact(priceTicks, lots));
    fee = Math.addExact(fee, fillFee);
    become(nanos, leavesLots == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED, "");
  }

  OrderRecord record() {
    return new OrderRecord(
        orderId,
        terms.instrument(),
        terms.strategy(),
        terms.type(),
        terms.side(),
        terms.lots(),
        terms.limitTicks(),
        terms.triggerTicks(),
        terms.trailTicks(),
        terms.trailBpsE4(),
        terms.timeInForce(),
        terms.expireNanos(),
        terms.isPostOnly(),
        terms.isReduceOnly(),
        terms.parentId(),
        terms.cancelsId(),
        isTriggered,
        status,
        filledLots,
        filledTickLots,
        (double) filledTickLots / filledLots,
        fee,
        terms.doubledDecisionTicks(),
        sentNanos,
        lastNanos,
        reason);
  }
}
