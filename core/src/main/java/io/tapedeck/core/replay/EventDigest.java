package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskReason;

/**
 * Mixes all that a run records, in order, into one fingerprint: equal for equal runs. Round trips
 * and marks follow from the rest.
 */
final class EventDigest implements RunListener {
  private static final int SENT = 1;
  private static final int DENIED = 2;
  private static final int ACCEPTED = 3;
  private static final int FILLED = 4;
  private static final int CANCELED = 5;
  private static final int EXPIRED = 6;
  private static final int DAILY = 7;
  private static final int CANCEL_SENT = 8;
  private static final int AMEND_SENT = 9;
  private static final int AMEND_DENIED = 10;
  private static final int REJECTED = 11;
  private static final int CANCEL_REJECTED = 12;
  private static final int TRIGGERED = 13;
  private static final int REPLACED = 14;
  private static final int RISK_EVENT = 15;

  private final Fingerprint fingerprint = new Fingerprint();

  @Override
  public void onSent(long timeNanos, long orderId, OrderView order) {
    mix(SENT, timeNanos, orderId);
    mixTerms(order);
  }

  @Override
  public void onDenied(long timeNanos, long orderId, OrderView order, DenialReason reason) {
    mix(DENIED, timeNanos, orderId);
    mixTerms(order);
    fingerprint.add(reason);
  }

  @Override
  public void onCancelSent(long timeNanos, long orderId) {
    mix(CANCEL_SENT, timeNanos, orderId);
  }

  @Override
  public void onAmendSent(
      long timeNanos, long orderId, long lots, long limitTicks, long triggerTicks) {
    mix(AMEND_SENT, timeNanos, orderId);
    mix(lots, limitTicks, triggerTicks);
  }

  @Override
  public void onAmendDenied(long timeNanos, long orderId, DenialReason reason) {
    mix(AMEND_DENIED, timeNanos, orderId);
    fingerprint.add(reason);
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    mix(ACCEPTED, timeNanos, orderId);
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    mix(REJECTED, timeNanos, orderId);
    fingerprint.add(reason);
  }

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    mix(CANCEL_REJECTED, timeNanos, orderId);
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    mix(TRIGGERED, timeNanos, orderId);
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
    mix(REPLACED, timeNanos, orderId);
    mix(lots, limitTicks, triggerTicks);
    fingerprint.add(leavesLots);
    fingerprint.add(reason);
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
    mix(FILLED, timeNanos, orderId);
    mix(priceTicks, side.sign() * lots, slippageTicks);
    mix(fee, leavesLots);
    fingerprint.add(liquidity);
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    mix(CANCELED, timeNanos, orderId);
    fingerprint.add(reason);
    fingerprint.add(leavesLots);
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    mix(EXPIRED, timeNanos, orderId);
    fingerprint.add(leavesLots);
  }

  @Override
  public void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {
    mix(RISK_EVENT, nanos, instrument);
    fingerprint.add(event);
    fingerprint.add(reason);
    mix(measured, limit);
  }

  @Override
  public void onDaily(DailyEquity session) {
    mix(DAILY, session.date().toEpochDay(), session.equity());
    mix(session.cash(), session.realised(), session.fees());
    mix(session.notionalTraded(), session.openNanos());
  }

  /** The digest of all that was recorded, and of the drawdown. */
  long value(long maxDrawdownMoney, long maxDrawdownNanos) {
    mix(maxDrawdownMoney, maxDrawdownNanos);
    return fingerprint.value();
  }

  private void mixTerms(OrderView order) {
    mix(order.instrument(), order.strategy(), order.side().sign() * order.lots());
    mix(order.limitTicks(), order.triggerTicks(), order.trailTicks());
    mix(order.trailBpsE4(), order.expireNanos(), order.parentId());
    mix(order.cancelsId(), order.updatesId());
    long flags = (order.isPostOnly() ? 1L : 0) + (order.isReduceOnly() ? 2L : 0);
    fingerprint.add(flags + (order.isAfterAll() ? 4 : 0));
    fingerprint.add(order.type());
    fingerprint.add(order.timeInForce());
  }

  private void mix(long first, long second) {
    fingerprint.add(first);
    fingerprint.add(second);
  }

  private void mix(long first, long second, long third) {
    mix(first, second);
    fingerprint.add(third);
  }
}
