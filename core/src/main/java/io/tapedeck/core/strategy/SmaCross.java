package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.SimpleMean;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Holds a long position while the fast simple mean of the price is above the slow one, and a short
 * one, or none, while it is below.
 *
 * <p>It asks once for each change of mind. Equal means change nothing, and nothing is traded before
 * the slow mean is warm.
 */
public final class SmaCross implements Strategy {
  /**
   * Parameters of one run.
   *
   * @param fast window of the fast mean, in events of the price; positive
   * @param slow window of the slow mean, in events of the price; above {@code fast}
   * @param size of the position held, in units; positive
   * @param price which price is watched, and so which events are counted
   * @param allowShort whether it goes short, or flat, when the fast mean is below
   */
  public record Params(
      @Parameter(value = "window of the fast mean", unit = "events", range = "from 1, below slow")
          int fast,
      @Parameter(value = "window of the slow mean", unit = "events", range = "above fast") int slow,
      @Parameter(value = "size of the position held", unit = "units", range = "positive")
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "goes short, or flat, when fast is below slow", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      Require.that(fast >= 1, "fast must be at least 1 event, was %d", fast);
      Require.that(slow > fast, "slow must be above fast (%d events), was %d", fast, slow);
      Require.that(size != null && size.signum() > 0, "size must be positive, was %s", size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new SmaCross(this, universe);
    }
  }

  /** Makes it known as sma-cross. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "sma-cross";
    }

    @Override
    public String summary() {
      return "Long while the fast simple mean is above the slow one, else short or flat.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final boolean[] watchesMid;
  private final long[] longLots;
  private final int sideBelow;
  private final SimpleMean[] fast;
  private final SimpleMean[] slow;
  private final int[] side; // +1, 0 or -1: what was last asked for

  private SmaCross(Params params, Universe universe) {
    watchesMid = params.price().watchesMid(universe);
    longLots = universe.orderLots(params.size());
    sideBelow = params.allowShort() ? -1 : 0;
    fast = new SimpleMean[universe.size()];
    slow = new SimpleMean[universe.size()];
    side = new int[universe.size()];
    for (int i = 0; i < side.length; i++) {
      fast[i] = new SimpleMean(params.fast());
      slow[i] = new SimpleMean(params.slow());
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
    fast[instrument].add(price);
    slow[instrument].add(price);
    if (!slow[instrument].isWarm()) {
      return;
    }
    double fastMean = fast[instrument].value();
    double slowMean = slow[instrument].value();
    int wanted = fastMean > slowMean ? 1 : fastMean < slowMean ? sideBelow : side[instrument];
    if (wanted != side[instrument]) {
      side[instrument] = wanted;
      orders.target(wanted * longLots[instrument]);
    }
  }
}
