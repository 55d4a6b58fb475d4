package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.Macd;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Holds a long position while the line of the price's MACD is above its signal, and a short one, or
 * none, while it is below.
 *
 * <p>It asks once for each change of mind. A line on its signal changes nothing, and nothing is
 * traded before the signal is warm.
 *
 * <p>Source: G. Appel, "The Moving Average Convergence-Divergence Trading Method", 1985.
 */
public final class MacdTrend implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param fast window of the fast mean, in events of the price; positive
   * @param slow window of the slow mean, in events of the price; above {@code fast}
   * @param signal window of the mean of the line, in events of the price; positive
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param price which price is watched, and so which events are counted
   * @param seed how the means start
   * @param allowShort whether it goes short, or flat, when the line is below
   */
  public record Params(
      @Parameter(
              value = "window of the fast mean",
              unit = "events",
              range = "from 1, below slow",
              standard = "12")
          int fast,
      @Parameter(
              value = "window of the slow mean",
              unit = "events",
              range = "above fast",
              standard = "26")
          int slow,
      @Parameter(
              value = "window of the signal",
              unit = "events",
              range = "at least 1",
              standard = "9")
          int signal,
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "how the means start", standard = "SMA") Seeding seed,
      @Parameter(value = "goes short, or flat, when the line is below", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      Require.that(fast >= 1, "fast must be at least 1 event, was %d", fast);
      Require.that(slow > fast, "slow must be above fast (%d events), was %d", fast, slow);
      Require.that(signal >= 1, "signal must be at least 1 event, was %d", signal);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
      Require.that(seed != null, "seed must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new MacdTrend(this, universe);
    }
  }

  /** Makes it known as macd-trend. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "macd-trend";
    }

    @Override
    public String summary() {
      return "Long while the MACD line is above its signal, else short or flat.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final WatchedPrices prices;
  private final Stance stance;
  private final int sideBelow;
  private final Macd[] macd;

  private MacdTrend(Params params, Universe universe) {
    prices = params.price().of(universe);
    stance = new Stance(params.size(), universe);
    sideBelow = params.allowShort() ? -1 : 0;
    macd = new Macd[universe.size()];
    for (int i = 0; i < macd.length; i++) {
      macd[i] =
          new Macd.Spec(params.fast(), params.slow(), params.signal(), params.seed()).create();
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    Macd trend = macd[instrument];
    trend.add(halfTicks);
    if (!trend.isWarm()) {
      return;
    }
    if (trend.line() > trend.signal()) {
      stance.take(instrument, 1, orders);
    } else if (trend.line() < trend.signal()) {
      stance.take(instrument, sideBelow, orders);
    }
  }
}
