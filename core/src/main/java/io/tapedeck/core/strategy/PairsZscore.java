package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Trades the spread of two instruments back to its mean: where its z-score is below the negative
 * entry it buys the first and sells the second against it, above the entry the other way round, and
 * it leaves when the score is back within the exit.
 *
 * <p>A pair of prices counts when both are new since the last one. The ratio of the legs is taken
 * when they are entered and kept; they are entered only where it is positive. Legs are asked for
 * once for each change of mind.
 *
 * <p>Source: E. Gatev, W. Goetzmann and K. G. Rouwenhorst, "Pairs Trading: Performance of a
 * Relative-Value Arbitrage Rule", Review of Financial Studies 19(3), 797-827 (2006).
 */
public final class PairsZscore implements PriceStrategy {
  /** Of what the spread is taken. */
  public enum Spread {
    /** Of the logarithms of the prices: the ratio is one of values. */
    LOG,
    /** Of the prices: the ratio is one of sizes. */
    LINEAR
  }

  /**
   * Parameters of one run.
   *
   * @param window of the score and of the regression, in pairs; at least 3
   * @param entry score at which the spread is entered; positive
   * @param exit score at which it is left; not negative, below {@code entry}
   * @param spread of what it is taken
   * @param ratio price (or logarithm) of the first per price of the second; 0 takes the slope of
   *     the regression over the window
   * @param size of the first leg, in units; the second's follows from the ratio, rounded to its
   *     increment. 0 leaves both legs to the run's sizing, alike and without a ratio
   * @param price which prices are watched
   */
  public record Params(
      @Parameter(value = "window of the score", unit = "pairs", range = "at least 3") int window,
      @Parameter(
              value = "score at which the spread is entered",
              unit = "deviations",
              range = "positive",
              standard = "2")
          double entry,
      @Parameter(
              value = "score at which it is left",
              unit = "deviations",
              range = "from 0, below entry",
              standard = "0.5")
          double exit,
      @Parameter(value = "of what the spread is taken", standard = "LOG") Spread spread,
      @Parameter(
              value = "price of the first per price of the second",
              range = "positive, or 0: by rolling regression",
              standard = "0")
          double ratio,
      @Parameter(value = "size of the first leg", unit = "units", range = Stance.SIZES)
          BigDecimal size,
      @Parameter(value = "prices watched", standard = "AUTO") PriceSource price)
      implements StrategySpec {
    public Params {
      Require.that(window >= 3, "window must be at least 3 pairs, was %d", window);
      Require.that(entry > 0, "entry must be positive, was %s", entry);
      Require.that(
          exit >= 0 && exit < entry,
          "exit must be from 0 to below entry (%s), was %s",
          entry,
          exit);
      Require.that(spread != null, "spread must be given");
      Require.that(
          ratio >= 0 && ratio < Double.POSITIVE_INFINITY,
          "ratio must be positive, or 0 for a rolling regression, was %s",
          ratio);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      Require.that(
          universe.size() == 2, "pairs need a run of two instruments, was %d", universe.size());
      return new PairsZscore(this, universe);
    }
  }

  /** Makes it known as pairs-zscore. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "pairs-zscore";
    }

    @Override
    public String summary() {
      return "Trades the spread of two instruments back to its mean, by its z-score.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private static final double LOG_UNITS = 1e9;

  private final Params params;
  private final WatchedPrices prices;
  private final PairSpread spread;
  private final long firstLots; // zero: the run's sizing decides
  private final long secondIncrementLots;
  private final double lotsPerLot; // of the second, that a tick of one lot of the first is worth
  private final long[] latest = new long[2];
  private final boolean[] isNew = new boolean[2];
  private int side; // of the spread: what was last asked for

  private PairsZscore(Params params, Universe universe) {
    this.params = params;
    prices = params.price().of(universe);
    Instrument first = universe.instrument(0);
    Instrument second = universe.instrument(1);
    firstLots = params.size().signum() == 0 ? 0 : first.orderLots(params.size());
    secondIncrementLots = second.sizeIncrementLots();
    lotsPerLot = tickValue(first) / tickValue(second);
    double quanta = (double) second.priceQuantumE9() / (double) first.priceQuantumE9();
    boolean isLog = params.spread() == Spread.LOG;
    spread = new PairSpread(params.ratio() * (isLog ? 1.0 : quanta), params.window());
  }

  /** What a tick of a lot is worth, up to a factor that all instruments have in common. */
  private static double tickValue(Instrument instrument) {
    return (double) instrument.priceQuantumE9()
        * (double) instrument.sizeQuantumE9()
        * (double) instrument.multiplier();
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    latest[instrument] = halfTicks;
    isNew[instrument] = halfTicks > 0;
    if (isNew[0] && isNew[1]) {
      isNew[0] = false;
      isNew[1] = false;
      spread.add(inSpread(latest[0]), inSpread(latest[1]));
      if (spread.isWarm()) {
        decide(spread.score(), orders);
      }
    }
  }

  /** Half ticks as they are, or their logarithm in 1e-9. */
  private long inSpread(long halfTicks) {
    return params.spread() == Spread.LINEAR
        ? halfTicks
        : Math.round(LOG_UNITS * StrictMath.log((double) halfTicks));
  }

  private void decide(double score, OrderSink orders) {
    if (score <= -params.entry() && side <= 0) {
      enter(1, orders);
    } else if (score >= params.entry() && side >= 0) {
      enter(-1, orders);
    } else if ((side > 0 && score >= -params.exit()) || (side < 0 && score <= params.exit())) {
      hold(0, 0, orders);
    }
  }

  private void enter(int wanted, OrderSink orders) {
    double ratio = spread.ratio();
    if (ratio > 0) {
      boolean isLog = params.spread() == Spread.LOG;
      double sizes = isLog ? ratio * (double) latest[0] / (double) latest[1] : ratio;
      double exact = (double) firstLots * sizes * lotsPerLot;
      long increments = Math.round(exact / (double) secondIncrementLots);
      hold(wanted, secondIncrementLots * increments, orders);
    }
  }

  private void hold(int wanted, long secondLots, OrderSink orders) {
    side = wanted;
    if (firstLots > 0) {
      orders.on(0).target(wanted * firstLots);
      orders.on(1).target(-wanted * secondLots);
    } else {
      orders.on(0).lean(wanted);
      orders.on(1).lean(-wanted);
    }
  }
}
