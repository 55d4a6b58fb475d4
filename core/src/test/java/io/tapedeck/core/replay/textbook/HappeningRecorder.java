package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes down what the engine says of its orders, in the textbook's words. */
class HappeningRecorder implements OrderListener {
  private final List<Happening> history = new ArrayList<>();
  private final TreeSet<Long> denied = new TreeSet<>();

  List<Happening> history() {
    return history;
  }

  /** Whether this order was never sent. */
  boolean isDenied(long order) {
    return denied.contains(order);
  }

  private void add(long nanos, long order, String kind, long lots, long leaves, String reason) {
    history.add(Happening.of(nanos, order, kind, lots, leaves, reason));
  }

  @Override
  public void onDenied(long timeNanos, long orderId, OrderView order, DenialReason reason) {
    denied.add(orderId);
    add(timeNanos, orderId, "DENIED", 0, 0, reason.name());
  }

  @Override
  public void onAmendDenied(long timeNanos, long orderId, DenialReason reason) {
    add(timeNanos, orderId, "AMEND_DENIED", 0, 0, reason.name());
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    add(timeNanos, orderId, "ACCEPTED", 0, 0, "");
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    add(timeNanos, orderId, "REJECTED", 0, 0, reason.name());
  }

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    add(timeNanos, orderId, "CANCEL_REJECTED", 0, 0, "");
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    add(timeNanos, orderId, "TRIGGERED", 0, 0, "");
  }

  @Override
  public void onReplaced(
      long timeNanos,
      long orderId,
      long lots,
      long limitTicks,
      long triggerTicks,
      long leavesLots,
      ReplaceReason reason) {
    add(timeNanos, orderId, "REPLACED", lots, leavesLots, reason.name());
  }

  @Override
  public void onFilled(
      long timeNanos,
      long orderId,
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity,
      long leavesLots) {
    history.add(
        Happening.fill(
            timeNanos,
            orderId,
            priceTicks,
            lots,
            Currency.USD.amount(fee),
            leavesLots,
            liquidity.name()));
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    add(timeNanos, orderId, "CANCELED", 0, leavesLots, reason.name());
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    add(timeNanos, orderId, "EXPIRED", 0, leavesLots, "");
  }
}
