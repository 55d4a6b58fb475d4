package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.BollingerBands;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Buys below the lower Bollinger band and leaves when the price is back at the middle; above the
 * upper band it leaves or, where that is allowed, goes short until the price is back at the middle.
 *
 * <p>The bands include the price that is compared with them, and nothing is traded before their
 * window is full. It asks once for each change of mind.
 *
 * <p>Source: J. Bollinger, "Bollinger on Bollinger Bands", 2001.
 */
public final class BollingerReversion implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param window of the bands, in events of the price; at least 3
   * @param deviations half the width of the bands, in population deviations; positive, and below
   *     √(window - 1), which no price of a window exceeds
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param price which price is watched, and so which events are counted
   * @param allowShort whether it goes short, or flat, above the upper band
   */
  public record Params(
      @Parameter(
              value = "window of the bands",
              unit = "events",
              range = "at least 3",
              standard = "20")
          int window,
      @Parameter(
              value = "half the width of the bands",
              unit = "deviations",
              range = "positive, below √(window - 1)",
              standard = "2")
          double deviations,
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "goes short, or flat, above the upper band", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      Require.that(window >= 3, "window must be at least 3 events, was %d", window);
      Require.that(
          deviations > 0 && deviations * deviations < window - 1,
          "deviations must be positive and below √(window - 1): no price of %d is further from"
              + " their mean; was %s",
          window,
          deviations);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new BollingerReversion(this, universe);
    }
  }

  /** Makes it known as bollinger-reversion. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "bollinger-reversion";
    }

    @Override
    public String summary() {
      return "Long below the lower Bollinger band, short or flat above the upper, out at the mean.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final WatchedPrices prices;
  private final Stance stance;
  private final int sideAbove;
  private final BollingerBands[] bands;

  private BollingerReversion(Params params, Universe universe) {
    prices = params.price().of(universe);
    stance = new Stance(params.size(), universe);
    sideAbove = params.allowShort() ? -1 : 0;
    bands = new BollingerBands[universe.size()];
    for (int i = 0; i < bands.length; i++) {
      bands[i] = new BollingerBands.Spec(params.window(), params.deviations()).create();
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    BollingerBands band = bands[instrument];
    band.add(halfTicks);
    if (!band.isWarm()) {
      return;
    }
    double price = (double) halfTicks;
    int side = stance.side(instrument);
    if (price < band.lower()) {
      stance.take(instrument, 1, orders);
    } else if (price > band.upper()) {
      stance.take(instrument, sideAbove, orders);
    } else if ((side > 0 && price >= band.middle()) || (side < 0 && price <= band.middle())) {
      stance.take(instrument, 0, orders);
    }
  }
}
