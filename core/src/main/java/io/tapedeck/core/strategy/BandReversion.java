package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.ExponentialMean;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Buys below and sells above a band around the exponential mean of the price.
 *
 * <p>The mean includes the price that is compared with it and starts from a simple mean; inside the
 * band nothing changes. It asks once for each change of mind.
 */
public final class BandReversion implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param window of the mean, in events of the price; at least 2, and none is traded before the
   *     mean is warm
   * @param bandBps half-width of the band, in basis points of the mean; from 0 to below 10 000
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param price which price is watched, and so which events are counted
   * @param allowShort whether it goes short, or flat, above the band
   */
  public record Params(
      @Parameter(value = "window of the mean", unit = "events", range = "at least 2") int window,
      @Parameter(
              value = "half-width of the band around the mean",
              unit = "basis points",
              range = "from 0, below 10000")
          BigDecimal bandBps,
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "goes short, or flat, above the band", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    private static final BigDecimal WHOLE_BPS = BigDecimal.valueOf(10_000);

    public Params {
      Require.that(window >= 2, "window must be at least 2 events, was %d", window);
      Require.that(
          bandBps != null && bandBps.signum() >= 0 && bandBps.compareTo(WHOLE_BPS) < 0,
          "bandBps must be from 0 to below 10000 bps, was %s",
          bandBps);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new BandReversion(this, universe);
    }
  }

  /** Makes it known as band-reversion. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "band-reversion";
    }

    @Override
    public String summary() {
      return "Long below a band around the exponential mean, short or flat above it.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final WatchedPrices prices;
  private final Stance stance;
  private final int sideAbove;
  private final double band; // as a fraction of the mean
  private final ExponentialMean[] mean;

  private BandReversion(Params params, Universe universe) {
    prices = params.price().of(universe);
    stance = new Stance(params.size(), universe);
    sideAbove = params.allowShort() ? -1 : 0;
    band = params.bandBps().movePointLeft(4).doubleValue();
    mean = new ExponentialMean[universe.size()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = new ExponentialMean(params.window(), Seeding.SMA);
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    mean[instrument].add(halfTicks);
    if (!mean[instrument].isWarm()) {
      return;
    }
    double centre = mean[instrument].value();
    if ((double) halfTicks < centre * (1.0 - band)) {
      stance.take(instrument, 1, orders);
    } else if ((double) halfTicks > centre * (1.0 + band)) {
      stance.take(instrument, sideAbove, orders);
    }
  }
}
