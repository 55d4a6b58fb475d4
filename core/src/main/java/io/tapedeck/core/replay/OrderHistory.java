package io.tapedeck.core.replay;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.ReplaceReason;

/** One order while its record is being written. */
final class OrderHistory {
  private final long orderId;
  private final OrderTerms terms = new OrderTerms();
  private final long sentNanos;
  private OrderStatus status = OrderStatus.PENDING_NEW;
  private boolean isCanceling;
  private boolean isAmending;
  private String reason = "";
  private boolean isTriggered;
  private long lastNanos;
  private long filledLots;
  private long filledTickLots;
  private long fee;
  private long doubledArrivalTicks = Missing.VALUE;
  private long doubledFinalTicks = Missing.VALUE;

  OrderHistory(long sentNanos, long orderId, OrderView order) {
    this.sentNanos = sentNanos;
    this.orderId = orderId;
    terms.copy(order);
    lastNanos = sentNanos;
  }

  /** The venue says what the order is now. */
  void become(long nanos, OrderStatus newStatus, String newReason) {
    status = newStatus;
    lastNanos = nanos;
    reason = newReason;
  }

  /** The trader asked to cancel it. */
  void cancel(long nanos) {
    isCanceling = true;
    touch(nanos);
  }

  /** The trader asked to amend it. */
  void amend(long nanos) {
    isAmending = true;
    touch(nanos);
  }

  private void touch(long nanos) {
    lastNanos = status.isTerminal() ? lastNanos : nanos;
  }

  void trigger(long nanos) {
    isTriggered = true;
    lastNanos = nanos;
  }

  void replace(long nanos, long lots, long limitTicks, long triggerTicks, ReplaceReason why) {
    terms.sized(lots).limit(limitTicks).trigger(triggerTicks);
    isAmending &= why != ReplaceReason.REQUESTED;
    become(nanos, status, why.name());
  }

  void fill(long nanos, long priceTicks, long lots, long fillFee, long leavesLots) {
    filledLots += lots;
    filledTickLots = Math.addExact(filledTickLots, Math.multiplyExact(priceTicks, lots));
    fee = Math.addExact(fee, fillFee);
    become(nanos, leavesLots == 0 ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED, "");
  }

  void arriveAt(long doubledTicks) {
    doubledArrivalTicks = doubledTicks;
  }

  void endAt(long doubledTicks) {
    doubledFinalTicks = doubledTicks;
  }

  long doubledArrivalTicks() {
    return doubledArrivalTicks;
  }

  long doubledFinalTicks() {
    return doubledFinalTicks;
  }

  /** What was asked for and not answered yet comes before what the venue says. */
  private OrderStatus shown() {
    if (status.isTerminal() || !(isCanceling || isAmending)) {
      return status;
    }
    return isCanceling ? OrderStatus.PENDING_CANCEL : OrderStatus.PENDING_REPLACE;
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
        shown(),
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
