package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.util.Arrays;

/**
 * Ranks the instruments by their return over the last sessions, at the close of every so many, and
 * holds equal weights of the best; the first of equals comes first. Sells are asked for before
 * buys, and what is held is brought back to its weight each time.
 *
 * <p>An instrument without a price in the session, or in that at the start of the return, is not
 * ranked; where fewer are ranked than are to be held, the rest stays in cash.
 *
 * <p>Source: N. Jegadeesh and S. Titman, "Returns to Buying Winners and Selling Losers", Journal of
 * Finance 48(1), 65-91 (1993).
 */
public final class MomentumRotation implements PriceStrategy {
  /**
   * Parameters of one run.
   *
   * @param lookback sessions of the return; positive
   * @param skip latest sessions that the return leaves out; not negative
   * @param every sessions from one ranking to the next; positive
   * @param hold how many of the best are held; positive, at most the instruments of the run
   * @param exposure sum of the weights, of equity; positive
   * @param price which price is watched
   */
  public record Params(
      @Parameter(value = "return ranked by", unit = "sessions", range = "at least 1") int lookback,
      @Parameter(
              value = "latest sessions left out of the return",
              unit = "sessions",
              range = "not negative",
              standard = "0")
          int skip,
      @Parameter(value = "from ranking to ranking", unit = "sessions", range = "at least 1")
          int every,
      @Parameter(value = "how many are held", unit = "instruments", range = "at least 1") int hold,
      @Parameter(
              value = "sum of the weights held",
              unit = "of equity",
              range = "positive",
              standard = "1")
          double exposure,
      @Parameter(value = "price watched", standard = "AUTO") PriceSource price)
      implements StrategySpec {
    public Params {
      Require.that(lookback >= 1, "lookback must be at least 1 session, was %d", lookback);
      Require.that(skip >= 0, "skip must not be negative, was %d sessions", skip);
      Require.that(every >= 1, "every must be at least 1 session, was %d", every);
      Require.that(hold >= 1, "hold must be at least 1 instrument, was %d", hold);
      Require.that(
          exposure > 0 && exposure < Double.POSITIVE_INFINITY,
          "exposure must be positive, was %s",
          exposure);
      Require.that(price != null, "price must be given");
    }

    @Override
    public Strategy create(Universe universe) {
      Require.that(
          hold <= universe.size(),
          "hold must be at most the %d instruments of the run, was %d",
          universe.size(),
          hold);
      return new MomentumRotation(this, universe);
    }
  }

  /** Makes it known as momentum-rotation. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "momentum-rotation";
    }

    @Override
    public String summary() {
      return "Holds equal weights of the instruments with the best return over some sessions.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final Params params;
  private final WatchedPrices prices;
  private final long[] last; // of this session, in half ticks; missing where there is none yet
  private final long[][] closes; // a ring of sessions for each instrument
  private final double[] score; // price over price before; NaN where not ranked
  private final boolean[] isHeld;
  private final boolean[] isChosen;
  private final double weight;
  private long closedNanos = Long.MIN_VALUE;
  private int sessions;

  private MomentumRotation(Params params, Universe universe) {
    this.params = params;
    prices = params.price().of(universe);
    last = new long[universe.size()];
    Arrays.fill(last, Missing.VALUE);
    closes = new long[last.length][params.lookback() + params.skip() + 1];
    score = new double[last.length];
    isHeld = new boolean[last.length];
    isChosen = new boolean[last.length];
    weight = params.exposure() / params.hold();
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    last[instrument] = halfTicks;
  }

  /** Told once for each instrument; the first time counts. */
  @Override
  public void onSessionClose(Session session, PositionView position, OrderSink orders) {
    if (session.closeNanos() == closedNanos) {
      return;
    }
    closedNanos = session.closeNanos();
    int depth = params.lookback() + params.skip() + 1;
    for (int i = 0; i < last.length; i++) {
      closes[i][sessions % depth] = last[i];
      boolean isStale = Missing.is(last[i]);
      last[i] = Missing.VALUE;
      long end = closes[i][Math.floorMod(sessions - params.skip(), depth)];
      long start = closes[i][(sessions + 1) % depth];
      boolean isRanked = !isStale && !Missing.is(end) && !Missing.is(start);
      score[i] = isRanked ? (double) end / (double) start : Double.NaN;
      isChosen[i] = false;
    }
    sessions++;
    if (sessions >= depth && (sessions - depth) % params.every() == 0) {
      rotate(orders);
    }
  }

  private void rotate(OrderSink orders) {
    for (int k = 0; k < params.hold(); k++) {
      int best = best();
      if (best >= 0) {
        isChosen[best] = true;
      }
    }
    for (int i = 0; i < last.length; i++) {
      if (isHeld[i] && !isChosen[i]) {
        orders.on(i).target(0);
      }
    }
    for (int i = 0; i < last.length; i++) {
      isHeld[i] = isChosen[i];
      if (isChosen[i]) {
        orders.on(i).targetWeight(weight);
      }
    }
  }

  /** The best that is not chosen; -1 if there is none. */
  private int best() {
    int best = -1;
    for (int i = 0; i < last.length; i++) {
      if (!isChosen[i] && !Double.isNaN(score[i]) && (best < 0 || score[i] > score[best])) {
        best = i;
      }
    }
    return best;
  }
}
