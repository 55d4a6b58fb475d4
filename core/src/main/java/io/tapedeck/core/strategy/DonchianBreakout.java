package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.DonchianChannel;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Buys when the price leaves the channel of the n bars before it at the top and sells when it falls
 * out of the shorter channel of the m bars before it at the bottom; the other way round where short
 * is allowed. Of quotes and trades each price is a bar of its own; of bars, the close is compared
 * with the highs and lows of those before.
 *
 * <p>It asks once for each change of mind, with the far side of the exit channel as its stop in
 * mind, and never before n bars.
 *
 * <p>Source: R. D. Donchian, "High Finance in Copper", Financial Analysts Journal 16(6), 133-142
 * (1960).
 */
public final class DonchianBreakout implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param entry n, bars of the channel to break out of; positive
   * @param exit m, bars of the channel to leave by; from 1 to {@code entry}
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param price which price is watched, and so which events are counted
   * @param allowShort whether it sells short at the bottom
   */
  public record Params(
      @Parameter(
              value = "channel to break out of",
              unit = "bars",
              range = "at least 1",
              standard = "20")
          int entry,
      @Parameter(
              value = "channel to leave by",
              unit = "bars",
              range = "from 1 to entry",
              standard = "10")
          int exit,
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "sells short at the bottom of the channel", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      Require.that(entry >= 1, "entry must be at least 1 bar, was %d", entry);
      Require.that(
          exit >= 1 && exit <= entry,
          "exit must be from 1 to entry (%d bars), was %d",
          entry,
          exit);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new DonchianBreakout(this, universe);
    }
  }

  /** Makes it known as donchian-breakout. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "donchian-breakout";
    }

    @Override
    public String summary() {
      return "Long above the channel of n bars until below that of m bars; short likewise.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final WatchedPrices prices;
  private final Stance stance;
  private final int sideBelow;
  private final DonchianChannel[] entry;
  private final DonchianChannel[] exit;

  private DonchianBreakout(Params params, Universe universe) {
    prices = params.price().of(universe);
    stance = new Stance(params.size(), universe);
    sideBelow = params.allowShort() ? -1 : 0;
    entry = new DonchianChannel[universe.size()];
    exit = new DonchianChannel[universe.size()];
    for (int i = 0; i < entry.length; i++) {
      entry[i] = new DonchianChannel.Spec(params.entry()).create();
      exit[i] = new DonchianChannel.Spec(params.exit()).create();
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    onBar(instrument, halfTicks, halfTicks, halfTicks, orders);
  }

  @Override
  public void onBar(BarView bar, PositionView position, OrderSink orders) {
    long close = prices.of(bar);
    if (!Missing.is(close)) {
      long high = WatchedPrices.halfTicks(bar, bar.highTicks());
      long low = WatchedPrices.halfTicks(bar, bar.lowTicks());
      onBar(bar.instrument(), high, low, close, orders);
    }
  }

  private void onBar(int instrument, long high, long low, long close, OrderSink orders) {
    if (entry[instrument].isWarm()) {
      decide(instrument, (double) close, orders);
    }
    entry[instrument].add(high, low);
    exit[instrument].add(high, low);
  }

  private void decide(int instrument, double price, OrderSink orders) {
    double floor = exit[instrument].lower();
    double ceiling = exit[instrument].upper();
    int side = stance.side(instrument);
    if (price > entry[instrument].upper()) {
      stance.take(instrument, 1, ticks(price - floor), orders);
    } else if (price < entry[instrument].lower()) {
      stance.take(instrument, sideBelow, ticks(ceiling - price), orders);
    } else if ((side > 0 && price < floor) || (side < 0 && price > ceiling)) {
      stance.take(instrument, 0, orders);
    }
  }

  /** Whole ticks of so many half ticks, rounded up. */
  private static long ticks(double halfTicks) {
    return (long) Math.ceil(halfTicks / 2.0);
  }
}
