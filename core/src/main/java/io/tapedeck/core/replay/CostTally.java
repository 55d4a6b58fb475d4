package io.tapedeck.core.replay;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.metrics.FillCost;
import io.tapedeck.core.order.Liquidity;
import java.util.Arrays;

/** What fills cost besides fees: slippage, and the half spread of those that took. */
final class CostTally {
  private final MoneyScale[] scales;
  private final long[] doubledMidTicks;
  private long slippage;
  private long spread;

  CostTally(Universe universe) {
    scales = new MoneyScale[universe.size()];
    Arrays.setAll(scales, i -> universe.instrument(i).moneyScale());
    doubledMidTicks = new long[scales.length];
    Arrays.fill(doubledMidTicks, Missing.VALUE);
  }

  /** A quote stands from now on; a side that is absent is {@link Missing#VALUE}. */
  void onQuote(int instrument, long bidTicks, long askTicks) {
    boolean isTwoSided = !Missing.is(bidTicks) && !Missing.is(askTicks);
    doubledMidTicks[instrument] = isTwoSided ? bidTicks + askTicks : Missing.VALUE;
  }

  /** Twice the mid of the quote that stands; {@link Missing#VALUE} if it has one side only. */
  long doubledMidTicks(int instrument) {
    return doubledMidTicks[instrument];
  }

  /** Adds and returns what a fill slipped, in money. */
  long addSlippage(int instrument, Side side, long priceTicks, long lots, long slippageTicks) {
    if (slippageTicks == 0) {
      return 0;
    }
    long cost = FillCost.slippage(scales[instrument], side, priceTicks, slippageTicks, lots);
    slippage = Math.addExact(slippage, cost);
    return cost;
  }

  /** Adds and returns the half spread of a fill, in money: nothing if it rested. */
  long addSpread(int instrument, Side side, long quotedTicks, long lots, Liquidity liquidity) {
    long mid = doubledMidTicks[instrument];
    if (liquidity != Liquidity.TAKER || Missing.is(mid)) {
      return 0;
    }
    long cost = FillCost.spread(scales[instrument], side, quotedTicks, mid, lots);
    spread = Math.addExact(spread, cost);
    return cost;
  }

  /** What was paid so far. */
  CostBreakdown breakdown(long fees, long financing) {
    return new CostBreakdown(fees, slippage, spread, financing);
  }
}
