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

  void onFilled(
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      Liquidity liquidity) {
    MoneyScale scale = scales[instrument];
    if (slippageTicks > 0) {
      long cost = FillCost.slippage(scale, side, priceTicks, slippageTicks, lots);
      slippage = Math.addExact(slippage, cost);
    }
    long mid = doubledMidTicks[instrument];
    if (liquidity == Liquidity.TAKER && !Missing.is(mid)) {
      long quotedTicks = priceTicks - side.sign() * slippageTicks;
      spread = Math.addExact(spread, FillCost.spread(scale, side, quotedTicks, mid, lots));
    }
  }

  /** What was paid so far. */
  CostBreakdown breakdown(long fees, long financing) {
    return new CostBreakdown(fees, slippage, spread, financing);
  }
}
