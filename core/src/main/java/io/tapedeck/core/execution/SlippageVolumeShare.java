package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * Grows with the square of our share of the volume: {@code ⌈price × impact × share²⌉} ticks, share
 * = min(lots / volume, limit).
 *
 * <p>Where the volume is not known or zero, the share is the limit: the most that is charged. The
 * limit does not cut the fill: how much of a volume may be had is the fill model's to say.
 *
 * <p>Source: zipline, VolumeShareSlippage, whose defaults are a limit of 0.025 and an impact of
 * 0.1. Its share counts what earlier orders took of the same bar; here a fill is told its own lots.
 * The rule for volume that is not known is LEAN's, VolumeShareSlippageModel.
 *
 * @param limit largest share of the volume, a fraction; above 0, at most 1
 * @param priceImpact fraction of the price at a share of one; from 0 to 100
 */
@Model(name = "volume_share", value = "Grows with the square of the share of the volume (zipline).")
public record SlippageVolumeShare(
    @Setting(value = "largest share of the volume that is charged", range = "above 0, at most 1")
        double limit,
    @Setting(value = "fraction of the price at a share of one", range = "from 0 to 100")
        double priceImpact)
    implements SlippageSpec {
  /** What zipline assumes of shares. */
  public static final SlippageVolumeShare ZIPLINE = new SlippageVolumeShare(0.025, 0.1);

  private static final double LARGEST_IMPACT = 100;

  public SlippageVolumeShare {
    ImpactTicks.require(limit, Double.MIN_VALUE, 1, "limit of the volume's share");
    ImpactTicks.require(priceImpact, 0, LARGEST_IMPACT, "price impact");
    priceImpact += 0.0; // -0 is 0: equal models are equal records
  }

  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) ->
        ticks(lots, priceTicks, volumeLots);
  }

  private long ticks(long lots, long priceTicks, long volumeLots) {
    double share = volumeLots > 0 ? Math.min((double) lots / volumeLots, limit) : limit;
    return ImpactTicks.up(Math.abs((double) priceTicks) * priceImpact * (share * share));
  }

  @Override
  public boolean isNone() {
    return priceImpact == 0;
  }

  @Override
  public boolean needsVolume() {
    return priceImpact > 0;
  }
}
