package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Takes the range of the prices of a session's first minutes and then places two stop orders, one
 * price increment outside of it on either side; the first that fills cancels the other, and has a
 * stop-loss and a take-profit a multiple of the range away from its trigger. Some minutes before
 * the close it cancels what has not filled and closes what it holds.
 *
 * <p>Nothing is placed where the range has no width, or where the minutes leave no time to trade.
 *
 * <p>Source: T. Crabel, "Day Trading with Short Term Price Patterns and Opening Range Breakout",
 * 1990.
 */
public final class OpeningRangeBreakout implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param rangeMinutes of the session that make the range; positive
   * @param stopRanges distance of the stop-loss, in widths of the range; positive
   * @param targetRanges distance of the take-profit, in widths of the range; positive
   * @param flatMinutes before the close at which it is flat; positive
   * @param size of an entry, in units; positive
   * @param price which price makes the range
   */
  public record Params(
      @Parameter(
              value = "first minutes of the session, which make the range",
              unit = "minutes",
              range = "at least 1",
              standard = "30")
          int rangeMinutes,
      @Parameter(
              value = "distance of the stop-loss",
              unit = "ranges",
              range = "positive",
              standard = "1")
          double stopRanges,
      @Parameter(
              value = "distance of the take-profit",
              unit = "ranges",
              range = "positive",
              standard = "2")
          double targetRanges,
      @Parameter(
              value = "flat before the close",
              unit = "minutes",
              range = "at least 1",
              standard = "5")
          int flatMinutes,
      @Parameter(value = "size of an entry", unit = "units", range = "positive") BigDecimal size,
      @Parameter(value = "price that makes the range", standard = "AUTO") PriceSource price)
      implements StrategySpec {
    public Params {
      Require.that(rangeMinutes >= 1, "rangeMinutes must be at least 1, was %d", rangeMinutes);
      Require.that(stopRanges > 0, "stopRanges must be positive, was %s", stopRanges);
      Require.that(targetRanges > 0, "targetRanges must be positive, was %s", targetRanges);
      Require.that(flatMinutes >= 1, "flatMinutes must be at least 1, was %d", flatMinutes);
      Require.that(size != null && size.signum() > 0, "size must be positive, was %s", size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new OpeningRangeBreakout(this, universe);
    }
  }

  /** Makes it known as opening-range-breakout. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "opening-range-breakout";
    }

    @Override
    public String summary() {
      return "Stops on both sides of the opening range, with exits by the range; flat at the"
          + " close.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final long RANGE_ENDS = 1;
  private static final long GO_FLAT = 2;

  private final Params params;
  private final WatchedPrices prices;
  private final OpeningRange[] ranges;
  private final RangeEntries[] entries;
  private Timers timers;
  private long openNanos = Long.MIN_VALUE;
  private boolean isCollecting;
  private boolean isOver;

  private OpeningRangeBreakout(Params params, Universe universe) {
    this.params = params;
    prices = params.price().of(universe);
    ranges = new OpeningRange[universe.size()];
    entries = new RangeEntries[universe.size()];
    for (int i = 0; i < ranges.length; i++) {
      Instrument instrument = universe.instrument(i);
      ranges[i] = new OpeningRange(instrument.priceIncrementTicks());
      entries[i] = new RangeEntries(instrument.orderLots(params.size()));
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onStart(Timers runTimers) {
    timers = runTimers;
  }

  /** Told once for each instrument; the first time counts. */
  @Override
  public void onSessionOpen(Session session, PositionView position, OrderSink orders) {
    if (session.openNanos() == openNanos) {
      return;
    }
    openNanos = session.openNanos();
    long rangeEndNanos = openNanos + params.rangeMinutes() * MINUTE_NANOS;
    long flatNanos = session.closeNanos() - params.flatMinutes() * MINUTE_NANOS;
    isOver = false;
    isCollecting = rangeEndNanos < flatNanos;
    if (isCollecting) {
      timers.at(rangeEndNanos, RANGE_ENDS);
      timers.at(flatNanos, GO_FLAT);
    }
    for (int i = 0; i < ranges.length; i++) {
      ranges[i].clear();
      entries[i].clear();
    }
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    if (isCollecting) {
      ranges[instrument].widen(halfTicks, halfTicks);
    }
  }

  @Override
  public void onBar(BarView bar, PositionView position, OrderSink orders) {
    if (isCollecting && !Missing.is(prices.of(bar)) && bar.openTimeNanos() >= openNanos) {
      long high = WatchedPrices.halfTicks(bar, bar.highTicks());
      ranges[bar.instrument()].widen(high, WatchedPrices.halfTicks(bar, bar.lowTicks()));
    }
  }

  @Override
  public void onTimer(long nanos, long tag, PositionView position, OrderSink orders) {
    isCollecting = false;
    isOver = tag == GO_FLAT;
    for (int i = 0; i < ranges.length; i++) {
      if (isOver) {
        entries[i].cancel(orders.on(i));
        close(position.of(i).lots(), orders.on(i));
      } else if (ranges[i].hasWidth()) {
        entries[i].place(ranges[i], params.stopRanges(), params.targetRanges(), orders.on(i));
      }
    }
  }

  /** Reduce-only, for the exits may fill on its way. */
  private static void close(long heldLots, OrderSink orders) {
    if (heldLots != 0) {
      orders.order(Side.of(-heldLots), Math.abs(heldLots)).reduceOnly().send();
    }
  }

  @Override
  public void onFill(
      long orderId,
      Side side,
      long priceTicks,
      long lots,
      PositionView position,
      OrderSink orders) {
    for (RangeEntries entry : entries) {
      if (isOver && entry.contain(orderId)) { // it filled while it was being canceled
        close(side.sign() * lots, orders);
      }
    }
  }
}
