package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * The same number of price steps always: {@code increments × price increment} ticks.
 *
 * @param increments steps of the smallest price the venue accepts; from 0 to a million
 */
@Model(name = "ticks", value = "The same number of price steps always.")
public record SlippageTicks(
    @Setting(
            value = "steps of the smallest price the venue accepts",
            unit = "price increments",
            range = "from 0 to 1000000")
        long increments)
    implements SlippageSpec {
  private static final long MOST = 1_000_000;

  public SlippageTicks {
    Require.that(
        increments >= 0 && increments <= MOST,
        "slippage must be from 0 to 1000000 price increments, was %d",
        increments);
  }

  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    long ticks = Math.multiplyExact(increments, instrument.priceIncrementTicks());
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) ->
        ticks;
  }

  @Override
  public boolean isNone() {
    return increments == 0;
  }
}
