package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;

/**
 * A share of the quoted spread: {@code ⌈(ask - bid) × share⌉} ticks. Half a spread is what a fill
 * at the mid leaves out.
 *
 * <p>Where bid or ask are not known, or the quote is locked or crossed, it is zero: the model
 * {@linkplain #needsQuotes() needs quotes}, and a run without them carries a warning.
 *
 * @param shareE4 share of the spread in 1e-4: half is 5 000; from 0 to 100 000, which is ten
 *     spreads
 */
@Model(name = "spread", value = "A share of the quoted spread; needs quotes.")
public record SlippageSpread(
    @Setting(
            value = "share of ask less bid",
            name = "share",
            unit = "spreads",
            range = "from 0 to 10, 4 decimals")
        long shareE4)
    implements SlippageSpec {
  private static final long DENOMINATOR = 10_000;
  private static final long MOST = 10 * DENOMINATOR;

  public SlippageSpread {
    Require.that(
        shareE4 >= 0 && shareE4 <= MOST,
        "slippage must be from 0 to 10 spreads, was %d e-4 of a spread",
        shareE4);
  }

  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) ->
        ticks(bidTicks, askTicks);
  }

  private long ticks(long bidTicks, long askTicks) {
    if (Missing.is(bidTicks) || Missing.is(askTicks) || askTicks <= bidTicks) {
      return 0;
    }
    long spreadTicks = Math.subtractExact(askTicks, bidTicks);
    return -Math.floorDiv(-Math.multiplyExact(spreadTicks, shareE4), DENOMINATOR);
  }

  @Override
  public boolean isNone() {
    return shareE4 == 0;
  }

  @Override
  public boolean needsQuotes() {
    return shareE4 > 0;
  }
}
