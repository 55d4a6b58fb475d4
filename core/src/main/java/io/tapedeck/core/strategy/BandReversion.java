package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.ExponentialMean;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Buys below and sells above a band around the exponential mean of the price.
 *
 * <p>The mean includes the price that is compared with it and starts from a simple mean; inside the
 * band nothing changes. It asks once for each change of mind.
 */
public final class BandReversion implements Strategy {
  /**
   * Parameters of one run.
   *
   * @param window of the mean, in events of the price; at least 2, and none is traded before the
   *     mean is warm
   * @param bandBps half-width of the band, in basis points of the mean; from 0 to below 10 000
   * @param size of the position held, in units; positive
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
      @Parameter(value = "size of the position held", unit = "units", range = "positive")
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
      Require.that(size != null && size.signum() > 0, "size must be positive, was %s", size);
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

  private final boolean[] watchesMid;
  private final long[] longLots;
  private final int sideAbove;
  private final double band; // as a fraction of the mean
  private final ExponentialMean[] mean;
  private final int[] side; // +1, 0 or -1: what was last asked for

  private BandReversion(Params params, Universe universe) {
    watchesMid = params.price().watchesMid(universe);
    longLots = universe.orderLots(params.size());
    sideAbove = params.allowShort() ? -1 : 0;
    band = params.bandBps().movePointLeft(4).doubleValue();
    mean = new ExponentialMean[universe.size()];
    side = new int[universe.size()];
    for (int i = 0; i < side.length; i++) {
      mean[i] = new ExponentialMean(params.window(), Seeding.SMA);
    }
  }

  @Override
  public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
    int instrument = quote.instrument();
    if (watchesMid[instrument] && quote.isTwoSided()) {
      decide(instrument, quote.doubledMidTicks(), orders);
    }
  }

  @Override
  public void onTrade(TradeView trade, PositionView position, OrderSink orders) {
    int instrument = trade.instrument();
    if (!watchesMid[instrument]) {
      decide(instrument, trade.priceTicks(), orders);
    }
  }

  private void decide(int instrument, long price, OrderSink orders) {
    mean[instrument].add(price);
    if (!mean[instrument].isWarm()) {
      return;
    }
    double centre = mean[instrument].value();
    int wanted = side[instrument];
    if ((double) price < centre * (1.0 - band)) {
      wanted = 1;
    } else if ((double) price > centre * (1.0 + band)) {
      wanted = sideAbove;
    }
    if (wanted != side[instrument]) {
      side[instrument] = wanted;
      orders.target(wanted * longLots[instrument]);
    }
  }
}
