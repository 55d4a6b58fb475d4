package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * Worsens the price of a fill that takes liquidity by a share of it: {@code ⌈price × bps / 10 000⌉}
 * ticks against the taker.
 *
 * @param bpsE4 basis points in 1e-4: 1.5 bps are 15 000; from 0 to 100 000 000
 */
@Model(name = "bps", value = "A share of the price against every fill that takes.")
public record SlippageBps(
    @Setting(
            value = "share of the price",
            name = "bps",
            unit = "basis points",
            range = "from 0 to 10000, 4 decimals")
        long bpsE4)
    implements SlippageSpec {
  public static final SlippageBps NONE = new SlippageBps(0);
  private static final long DENOMINATOR = 100_000_000L;

  public SlippageBps {
    Require.that(
        bpsE4 >= 0 && bpsE4 <= DENOMINATOR,
        "slippage must be from 0 to 10000 bps, was %d e-4 bps",
        bpsE4);
  }

  /** Ticks by which a fill at this price is worse; not negative. */
  public long ticks(long priceTicks) {
    return bpsE4 == 0
        ? 0
        : -Math.floorDiv(-Math.multiplyExact(Math.abs(priceTicks), bpsE4), DENOMINATOR);
  }

  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) ->
        ticks(priceTicks);
  }

  @Override
  public boolean isNone() {
    return bpsE4 == 0;
  }
}
