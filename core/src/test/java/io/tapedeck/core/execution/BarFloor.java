package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.NoFees;
import io.tapedeck.core.fixture.Instruments;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A venue with one share of which there are bars only, each 12 nanoseconds long, the first from 100
 * on: thirds are 4, quarters 3. Prices are in ticks, sizes in lots; the first order is number 1.
 */
final class BarFloor {
  static final long NONE = Missing.VALUE;
  static final long LENGTH = 12;
  static final long SEED = 7;

  private static final Listing SHARE =
      new Listing(Instruments.share("XYZ"), false, false, true, false, "");

  private ExecutionSpec spec = ExecutionSpec.STANDARD;
  private boolean isMatchingOnArrival;
  private SlippageSpec slippage = new NoSlippage();
  private FillPermit permit = FillPermit.ALL;
  private Aftermath aftermath = Aftermath.NONE;
  private final Heard heard = new Heard();
  private OrderListener listener = heard;
  private final List<String> points = new ArrayList<>();
  private Venue venue;
  private long nanos = 90;
  private long closeNanos = 100;
  private long orders;
  private long heldLots;

  /** A market mode, touched limits and a path. */
  static BarFloor of(BarMarketMode market, BarPath path) {
    return of(new BarFillSpec(market, BarLimitMode.TOUCH, 1, path));
  }

  static BarFloor of(BarPath path) {
    return of(BarMarketMode.NEXT_OPEN, path);
  }

  static BarFloor of(BarFillSpec bars) {
    BarFloor floor = new BarFloor();
    floor.spec = floor.spec.withBars(bars);
    return floor;
  }

  BarFloor participating(String share) {
    spec = spec.withMaxParticipation(new BigDecimal(share));
    return this;
  }

  BarFloor matchingOnArrival() {
    isMatchingOnArrival = true;
    return this;
  }

  BarFloor slipping(long bps) {
    slippage = new SlippageBps(bps * 10_000);
    return this;
  }

  BarFloor permitting(FillPermit newPermit) {
    permit = newPermit;
    return this;
  }

  BarFloor followedBy(Aftermath newAftermath) {
    aftermath = newAftermath;
    return this;
  }

  BarFloor telling(OrderListener newListener) {
    listener = newListener;
    return this;
  }

  Venue venue() {
    if (venue == null) {
      FeeModel[] fees = {new NoFees().in(SHARE.instrument())};
      SlippageModel[] slippages = {slippage.in(SHARE.instrument(), SEED)};
      venue =
          new Venue(
              new Universe(List.of(SHARE)),
              spec,
              isMatchingOnArrival,
              slippages,
              fees,
              SEED,
              permit,
              aftermath,
              listener,
              (instrument, time, doubledTicks) -> points.add(time + " " + doubledTicks));
    }
    return venue;
  }

  long nanos() {
    return nanos;
  }

  List<String> lines() {
    return heard.lines();
  }

  /** What is heard of points, doubled prices as they are. */
  List<String> points() {
    return List.copyOf(points);
  }

  static OrderTerms buy(long lots) {
    return new OrderTerms().of(0, 0, Side.BUY, lots);
  }

  static OrderTerms sell(long lots) {
    return new OrderTerms().of(0, 0, Side.SELL, lots);
  }

  static OrderTerms buyAt(long lots, long limitTicks) {
    return buy(lots).typed(OrderType.LIMIT).limit(limitTicks);
  }

  static OrderTerms sellAt(long lots, long limitTicks) {
    return sell(lots).typed(OrderType.LIMIT).limit(limitTicks);
  }

  static OrderTerms buyStop(long lots, long triggerTicks) {
    return buy(lots).typed(OrderType.STOP).trigger(triggerTicks);
  }

  static OrderTerms sellStop(long lots, long triggerTicks) {
    return sell(lots).typed(OrderType.STOP).trigger(triggerTicks);
  }

  /** The position at the opens of bars from now on. */
  BarFloor holding(long lots) {
    heldLots = lots;
    return this;
  }

  /** A bar of trades without volume opens where the one before closes. */
  BarFloor open(long open, long high, long low, long close) {
    return open(open, high, low, close, NONE);
  }

  BarFloor open(long open, long high, long low, long close, long lots) {
    return openAs(BarPrice.LAST, open, high, low, close, lots);
  }

  BarFloor openAs(BarPrice price, long open, long high, long low, long close, long lots) {
    to(closeNanos);
    closeNanos += LENGTH;
    return row(price, open, high, low, close, lots);
  }

  /** A bar of another price that opens with the last one. */
  BarFloor with(BarPrice price, long open, long high, long low, long close, long lots) {
    return row(price, open, high, low, close, lots);
  }

  private BarFloor row(BarPrice price, long open, long high, long low, long close, long lots) {
    BarColumns bars = new BarColumns(EventKind.BAR_OPEN, 1);
    long openNanos = closeNanos - LENGTH;
    bars.add(0, 0, 0, openNanos, closeNanos, NONE, price, open, high, low, close, lots);
    venue().onBarOpen(bars, 0, heldLots);
    return this;
  }

  /** Time goes on to this instant, which is dealt with. */
  BarFloor to(long newNanos) {
    while (venue().nextPointNanos() <= newNanos) {
      nanos = venue().nextPointNanos();
      venue().onPoint(nanos);
    }
    nanos = Math.max(nanos, newNanos);
    return this;
  }

  /** The bar goes its way to the close. */
  BarFloor close() {
    return to(closeNanos);
  }

  BarFloor bar(long open, long high, long low, long close) {
    return open(open, high, low, close).close();
  }

  BarFloor bar(long open, long high, long low, long close, long lots) {
    return open(open, high, low, close, lots).close();
  }

  BarFloor send(OrderTerms order) {
    venue().arrive(nanos, ++orders, order);
    return this;
  }

  BarFloor sendImmediate(OrderTerms order, TimeInForce timeInForce) {
    return send(order.lasting(timeInForce, 0));
  }

  BarFloor cancel(long orderId, Side side) {
    venue().cancel(nanos, orderId, 0, side, CancelReason.REQUESTED);
    return this;
  }

  BarFloor amend(long orderId, Side side, long lots, long limitTicks, long triggerTicks) {
    venue().amend(nanos, orderId, 0, side, lots, limitTicks, triggerTicks, ReplaceReason.REQUESTED);
    return this;
  }

  BarFloor openSession(long newNanos, long sessionCloseNanos) {
    to(newNanos);
    venue().openSession(newNanos, sessionCloseNanos);
    return this;
  }

  /** The session ends before anything else happens at this instant. */
  BarFloor closeSession(long newNanos) {
    to(newNanos - 1);
    nanos = newNanos;
    venue().closeSession(newNanos);
    return this;
  }
}
