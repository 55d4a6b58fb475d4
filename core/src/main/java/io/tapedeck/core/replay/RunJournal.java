package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.ledger.EquityListener;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.metrics.RoundTripTally;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes down what a run does: counts it, mixes it into the fingerprint, keeps what is one a
 * session, and passes everything on to the run's listener.
 */
final class RunJournal implements OrderListener, EquityListener, RiskListener {
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

  private final RunListener listener;
  private final Fingerprint fingerprint = new Fingerprint();
  private final List<DailyEquity> daily = new ArrayList<>();
  private RoundTripTally trips = RoundTripTally.NONE;
  private final Map<DenialReason, Denials> denied = new EnumMap<>(DenialReason.class);
  private long events;
  private long decisions;
  private long sent;
  private long filled;
  private long touched;

  /** Orders denied for one reason; counting allocates nothing. */
  private static final class Denials {
    private long orders;
  }

  RunJournal(RunListener listener) {
    this.listener = listener;
    for (DenialReason reason : DenialReason.values()) {
      denied.put(reason, new Denials());
    }
  }

  void onVenueEvent() {
    events++;
  }

  void onDecision() {
    decisions++;
  }

  /** An order got its first fill. */
  void onFirstFill() {
    touched++;
  }

  @Override
  public void onSent(long timeNanos, long orderId, OrderView order) {
    sent++;
    mix(SENT, timeNanos, orderId);
    mixTerms(order);
    listener.onSent(timeNanos, orderId, order);
  }

  @Override
  public void onDenied(long timeNanos, long orderId, OrderView order, DenialReason reason) {
    count(reason);
    mix(DENIED, timeNanos, orderId);
    mixTerms(order);
    fingerprint.add(reason);
    listener.onDenied(timeNanos, orderId, order, reason);
  }

  @Override
  public void onCancelSent(long timeNanos, long orderId) {
    mix(CANCEL_SENT, timeNanos, orderId);
    listener.onCancelSent(timeNanos, orderId);
  }

  @Override
  public void onAmendSent(
      long timeNanos, long orderId, long lots, long limitTicks, long triggerTicks) {
    mix(AMEND_SENT, timeNanos, orderId);
    mix(lots, limitTicks, triggerTicks);
    listener.onAmendSent(timeNanos, orderId, lots, limitTicks, triggerTicks);
  }

  @Override
  public void onAmendDenied(long timeNanos, long orderId, DenialReason reason) {
    count(reason);
    mix(AMEND_DENIED, timeNanos, orderId);
    fingerprint.add(reason);
    listener.onAmendDenied(timeNanos, orderId, reason);
  }

  /** A wish came to no order, because no size could be found for it. */
  void onUnsized(DenialReason reason) {
    count(reason);
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    mix(ACCEPTED, timeNanos, orderId);
    listener.onAccepted(timeNanos, orderId);
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    mix(REJECTED, timeNanos, orderId);
    fingerprint.add(reason);
    listener.onRejected(timeNanos, orderId, reason);
  }

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    mix(CANCEL_REJECTED, timeNanos, orderId);
    listener.onCancelRejected(timeNanos, orderId);
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    mix(TRIGGERED, timeNanos, orderId);
    listener.onTriggered(timeNanos, orderId);
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
    listener.onReplaced(timeNanos, orderId, lots, limitTicks, triggerTicks, leavesLots, reason);
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
    filled += leavesLots == 0 ? 1 : 0;
    mix(FILLED, timeNanos, orderId);
    mix(priceTicks, side.sign() * lots, slippageTicks);
    mix(fee, leavesLots);
    fingerprint.add(liquidity);
    listener.onFilled(
        timeNanos,
        orderId,
        instrument,
        side,
        priceTicks,
        lots,
        slippageTicks,
        fee,
        liquidity,
        leavesLots);
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    mix(CANCELED, timeNanos, orderId);
    fingerprint.add(reason);
    fingerprint.add(leavesLots);
    listener.onCanceled(timeNanos, orderId, reason, leavesLots);
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    mix(EXPIRED, timeNanos, orderId);
    fingerprint.add(leavesLots);
    listener.onExpired(timeNanos, orderId, leavesLots);
  }

  @Override
  public void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {
    mix(RISK_EVENT, nanos, instrument);
    fingerprint.add(event);
    fingerprint.add(reason);
    mix(measured, limit);
    listener.onRiskEvent(nanos, event, instrument, reason, measured, limit);
  }

  void onRoundTrip(RoundTrip roundTrip) {
    trips = trips.with(roundTrip.netProfit());
    listener.onRoundTrip(roundTrip);
  }

  @Override
  public void onMark(long nanos, long equity) {
    listener.onMark(nanos, equity);
  }

  void onDaily(DailyEquity session) {
    daily.add(session);
    mix(DAILY, session.date().toEpochDay(), session.equity());
    mix(session.cash(), session.realised(), session.fees());
    mix(session.notionalTraded(), session.openNanos());
    listener.onDaily(session);
  }

  List<DailyEquity> daily() {
    return List.copyOf(daily);
  }

  RoundTripTally trips() {
    return trips;
  }

  /** The digest of all that was written down, and of the drawdown. */
  long fingerprint(long maxDrawdownMoney, long maxDrawdownNanos) {
    mix(maxDrawdownMoney, maxDrawdownNanos);
    return fingerprint.value();
  }

  RunCounts counts() {
    Map<DenialReason, Long> byReason = new EnumMap<>(DenialReason.class);
    denied.forEach(
        (reason, denials) -> {
          if (denials.orders > 0) {
            byReason.put(reason, denials.orders);
          }
        });
    return new RunCounts(
        events,
        decisions,
        sent,
        filled,
        touched - filled,
        sent - touched,
        Collections.unmodifiableMap(byReason));
  }

  private void count(DenialReason reason) {
    denied.get(reason).orders++;
  }

  private void mixTerms(OrderView order) {
    mix(order.instrument(), order.strategy(), order.side().sign() * order.lots());
    mix(order.limitTicks(), order.triggerTicks(), order.trailTicks());
    mix(order.trailBpsE4(), order.expireNanos(), order.parentId());
    mix(order.cancelsId(), order.updatesId());
    long flags = (order.isPostOnly() ? 1L : 0L) + (order.isReduceOnly() ? 2L : 0L);
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
