package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskReason;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a run tells as records, in venue time and in the order things happened. It grows with
 * orders, fills and, if asked, with changes of equity. Lists are copies.
 */
public final class RunRecorder implements RunListener {
  private final boolean isKeepingMarks;
  private final List<OrderHistory> orders = new ArrayList<>();
  private final List<FillRecord> fills = new ArrayList<>();
  private final List<CostBreakdown> fillCosts = new ArrayList<>();
  private final List<RiskRecord> riskEvents = new ArrayList<>();
  private final List<RoundTrip> roundTrips = new ArrayList<>();
  private final List<DailyEquity> daily = new ArrayList<>();
  private final List<EquityPoint> equity = new ArrayList<>();

  private RunRecorder(boolean isKeepingMarks) {
    this.isKeepingMarks = isKeepingMarks;
  }

  /** Keeps orders, fills, round trips and daily equity. */
  public static RunRecorder ofFills() {
    return new RunRecorder(false);
  }

  /** Keeps each change of equity at a mark as well. */
  public static RunRecorder ofEverything() {
    return new RunRecorder(true);
  }

  /** Every order as it stands, denied ones included, by id. */
  public List<OrderRecord> orders() {
    return orders.stream().map(OrderHistory::record).toList();
  }

  public List<FillRecord> fills() {
    return List.copyOf(fills);
  }

  /** What each fill cost, in the order of {@link #fills}; financing is of no fill. */
  public List<CostBreakdown> fillCosts() {
    return List.copyOf(fillCosts);
  }

  /**
   * Twice the price, in ticks, when the venue took an order in; {@link
   * io.tapedeck.core.market.Missing#VALUE} if it did not, or none was known.
   */
  long doubledArrivalTicks(long orderId) {
    return order(orderId).doubledArrivalTicks();
  }

  /**
   * Twice the price, in ticks, when an order or the run ended; {@link
   * io.tapedeck.core.market.Missing#VALUE} if none was known, or the order was denied.
   */
  long doubledFinalTicks(long orderId) {
    return order(orderId).doubledFinalTicks();
  }

  /** What guards did. */
  public List<RiskRecord> riskEvents() {
    return List.copyOf(riskEvents);
  }

  /** Closed round trips; those still open are in the run's result. */
  public List<RoundTrip> roundTrips() {
    return List.copyOf(roundTrips);
  }

  public List<DailyEquity> daily() {
    return List.copyOf(daily);
  }

  /** Changes of equity; empty unless everything is kept. */
  public List<EquityPoint> equity() {
    return List.copyOf(equity);
  }

  @Override
  public void onSent(long timeNanos, long orderId, OrderView order) {
    orders.add(new OrderHistory(timeNanos, orderId, order));
  }

  @Override
  public void onDenied(long timeNanos, long orderId, OrderView order, DenialReason reason) {
    onSent(timeNanos, orderId, order);
    order(orderId).become(timeNanos, OrderStatus.DENIED, reason.name());
  }

  @Override
  public void onCancelSent(long timeNanos, long orderId) {
    order(orderId).cancel(timeNanos);
  }

  @Override
  public void onAmendSent(
      long timeNanos, long orderId, long lots, long limitTicks, long triggerTicks) {
    order(orderId).amend(timeNanos);
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    order(orderId).become(timeNanos, OrderStatus.REJECTED, reason.name());
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    order(orderId).trigger(timeNanos);
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
    order(orderId).replace(timeNanos, lots, limitTicks, triggerTicks, reason);
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    order(orderId).become(timeNanos, OrderStatus.NEW, "");
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
    order(orderId).fill(timeNanos, priceTicks, lots, fee, leavesLots);
    fills.add(
        new FillRecord(
            timeNanos,
            orderId,
            instrument,
            side,
            priceTicks,
            lots,
            slippageTicks,
            fee,
            liquidity,
            leavesLots));
  }

  @Override
  public void onFillCosts(long orderId, long slippage, long spread) {
    long fee = fills.get(fills.size() - 1).fee();
    fillCosts.add(new CostBreakdown(fee, slippage, spread, 0));
  }

  @Override
  public void onArrivalPrice(long orderId, long doubledTicks) {
    order(orderId).arriveAt(doubledTicks);
  }

  @Override
  public void onFinalPrice(long orderId, long doubledTicks) {
    order(orderId).endAt(doubledTicks);
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    order(orderId).become(timeNanos, OrderStatus.CANCELED, reason.name());
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    order(orderId).become(timeNanos, OrderStatus.EXPIRED, "");
  }

  @Override
  public void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {
    riskEvents.add(new RiskRecord(nanos, event, instrument, reason, measured, limit));
  }

  @Override
  public void onRoundTrip(RoundTrip roundTrip) {
    roundTrips.add(roundTrip);
  }

  @Override
  public void onMark(long timeNanos, long newEquity) {
    if (isKeepingMarks) {
      equity.add(new EquityPoint(timeNanos, newEquity));
    }
  }

  @Override
  public void onDaily(DailyEquity session) {
    daily.add(session);
  }

  /** Ids are sequential from 1, and every order is told of when it is sent or denied. */
  private OrderHistory order(long orderId) {
    return orders.get(Math.toIntExact(orderId - 1));
  }
}
