package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * Another slippage, and bad luck on top: {@code base + ⌈price × σ |Z| / 10 000⌉} ticks, Z standard
 * normal. The mean of σ |Z| is {@code σ √(2 / π)}, 0.80 σ.
 *
 * <p>Z is the draw of (seed, {@link Purpose#SLIPPAGE}, instrument, order number, fill number): no
 * instrument shares another's luck, and no other order changes it.
 *
 * @param base what is paid without luck; not noisy itself
 * @param sigmaBps σ, scale of the half-normal noise in basis points of the price; positive, at most
 *     10 000
 */
@Model(name = "noisy", value = "Another slippage, and bad luck on top.")
public record NoisySlippage(
    @Setting("what is paid without luck: a slippage that is not noisy") SlippageSpec base,
    @Setting(
            value = "scale of the half-normal noise",
            unit = "basis points",
            range = "above 0, at most 10000")
        double sigmaBps)
    implements SlippageSpec {
  private static final double LARGEST_SIGMA = 10_000;
  private static final double BPS = 10_000;

  public NoisySlippage {
    Require.that(
        base != null && !(base instanceof NoisySlippage),
        "the base of noisy slippage must be given and not be noisy itself, was %s",
        base);
    ImpactTicks.require(sigmaBps, Double.MIN_VALUE, LARGEST_SIGMA, "scale of slippage noise");
  }

  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    SlippageModel quiet = base.in(instrument, seed);
    long key = Draw.key(seed, Purpose.SLIPPAGE, instrument.symbol());
    double sigma = sigmaBps / BPS;
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) -> {
      double luck = sigma * Math.abs(Draw.normal(key, orderNumber, fillNumber));
      return Math.addExact(
          quiet.ticks(
              side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber),
          ImpactTicks.up(Math.abs((double) priceTicks) * luck));
    };
  }

  @Override
  public boolean needsQuotes() {
    return base.needsQuotes();
  }

  @Override
  public boolean needsVolume() {
    return base.needsVolume();
  }

  @Override
  public boolean isRandom() {
    return true;
  }
}
