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
 * Writes down what a run does: counts it, keeps what is one a session, and passes everything on to
 * the fingerprint and to the run's listener.
 */
final class RunJournal implements OrderListener, EquityListener, RiskListener {
  private final RunListener listener;
  private final EventDigest digest = new EventDigest();
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
    digest.onSent(timeNanos, orderId, order);
    listener.onSent(timeNanos, orderId, order);
  }

  @Override
  public void onDenied(long timeNanos, long orderId, OrderView order, DenialReason reason) {
    count(reason);
    digest.onDenied(timeNanos, orderId, order, reason);
    listener.onDenied(timeNanos, orderId, order, reason);
  }

  @Override
  public void onCancelSent(long timeNanos, long orderId) {
    digest.onCancelSent(timeNanos, orderId);
    listener.onCancelSent(timeNanos, orderId);
  }

  @Override
  public void onAmendSent(
      long timeNanos, long orderId, long lots, long limitTicks, long triggerTicks) {
    digest.onAmendSent(timeNanos, orderId, lots, limitTicks, triggerTicks);
    listener.onAmendSent(timeNanos, orderId, lots, limitTicks, triggerTicks);
  }

  @Override
  public void onAmendDenied(long timeNanos, long orderId, DenialReason reason) {
    count(reason);
    digest.onAmendDenied(timeNanos, orderId, reason);
    listener.onAmendDenied(timeNanos, orderId, reason);
  }

  /** A wish came to no order, because no size could be found for it. */
  void onUnsized(DenialReason reason) {
    count(reason);
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    digest.onAccepted(timeNanos, orderId);
    listener.onAccepted(timeNanos, orderId);
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    digest.onRejected(timeNanos, orderId, reason);
    listener.onRejected(timeNanos, orderId, reason);
  }

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    digest.onCancelRejected(timeNanos, orderId);
    listener.onCancelRejected(timeNanos, orderId);
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    digest.onTriggered(timeNanos, orderId);
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
    digest.onReplaced(timeNanos, orderId, lots, limitTicks, triggerTicks, leavesLots, reason);
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
    digest.onFilled(
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
    digest.onCanceled(timeNanos, orderId, reason, leavesLots);
    listener.onCanceled(timeNanos, orderId, reason, leavesLots);
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    digest.onExpired(timeNanos, orderId, leavesLots);
    listener.onExpired(timeNanos, orderId, leavesLots);
  }

  @Override
  public void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {
    digest.onRiskEvent(nanos, event, instrument, reason, measured, limit);
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
    digest.onDaily(session);
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
    return digest.value(maxDrawdownMoney, maxDrawdownNanos);
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
}
