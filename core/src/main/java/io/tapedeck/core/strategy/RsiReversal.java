package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.RelativeStrength;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Buys when the relative strength index falls below the oversold level and leaves when it is back
 * at the exit level; above the overbought level it leaves or, where that is allowed, goes short
 * until the index is back at the exit level.
 *
 * <p>It asks once for each change of mind, and never before the index is warm.
 *
 * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.
 */
public final class RsiReversal implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param window of the index, in changes of the price; positive
   * @param oversold long below this index; from 0 to below {@code exit}
   * @param exit flat again from this index on; above {@code oversold}, below {@code overbought}
   * @param overbought short, or flat, above this index; above {@code exit}, at most 100
   * @param size of the position held, in units; 0 leaves it to the run's sizing
   * @param price which price is watched, and so which events are counted
   * @param allowShort whether it goes short, or flat, when overbought
   */
  public record Params(
      @Parameter(
              value = "window of the index",
              unit = "changes",
              range = "at least 1",
              standard = "14")
          int window,
      @Parameter(value = "long below this index", range = "from 0, below exit", standard = "30")
          double oversold,
      @Parameter(
              value = "flat again at this index",
              range = "above oversold, below overbought",
              standard = "50")
          double exit,
      @Parameter(
              value = "short, or flat, above this index",
              range = "above exit, at most 100",
              standard = "70")
          double overbought,
      @Parameter(value = "size of the position held", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "price watched, and events counted", standard = "AUTO") PriceSource price,
      @Parameter(value = "goes short, or flat, when overbought", standard = "false")
          boolean allowShort)
      implements StrategySpec {
    public Params {
      Require.that(window >= 1, "window must be at least 1 change, was %d", window);
      Require.that(
          0 <= oversold && oversold < exit && exit < overbought && overbought <= 100,
          "levels must be 0 <= oversold < exit < overbought <= 100, were %s, %s, %s",
          oversold,
          exit,
          overbought);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      return new RsiReversal(this, universe);
    }
  }

  /** Makes it known as rsi-reversal. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "rsi-reversal";
    }

    @Override
    public String summary() {
      return "Long when the relative strength index is oversold, short or flat when overbought.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final Params params;
  private final WatchedPrices prices;
  private final Stance stance;
  private final RelativeStrength[] strength;

  private RsiReversal(Params params, Universe universe) {
    this.params = params;
    prices = params.price().of(universe);
    stance = new Stance(params.size(), universe);
    strength = new RelativeStrength[universe.size()];
    for (int i = 0; i < strength.length; i++) {
      strength[i] = new RelativeStrength.Spec(params.window(), Seeding.SMA).create();
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    strength[instrument].add(halfTicks);
    if (!strength[instrument].isWarm()) {
      return;
    }
    double index = strength[instrument].value();
    int side = stance.side(instrument);
    if (index < params.oversold()) {
      stance.take(instrument, 1, orders);
    } else if (index > params.overbought()) {
      stance.take(instrument, params.allowShort() ? -1 : 0, orders);
    } else if ((side > 0 && index >= params.exit()) || (side < 0 && index <= params.exit())) {
      stance.take(instrument, 0, orders);
    }
  }
}
