package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * The square-root law of impact: {@code ⌈price × Y σ √(Q / V)⌉} ticks, Q the lots of the fill.
 *
 * <p>The law is about a whole order; a fill is charged as an order of its own, so an order that is
 * filled in pieces pays less than one that is filled at once.
 *
 * <p>Source: B. Tóth et al., "Anomalous price impact and the critical nature of liquidity in
 * financial markets", Phys. Rev. X 1, 021006 (2011).
 *
 * @param coefficient Y, dimensionless and of order one; from 0 to 100
 * @param dailyVolatility σ, standard deviation of a day's return as a fraction: 0.02 is 2 %; from 0
 *     to 10
 * @param dailyVolume V, units (shares, coins, contracts) that trade in a usual day; positive, at
 *     most 10^18
 */
@Model(name = "square_root", value = "The square-root law of impact, for each fill.")
public record SlippageSquareRoot(
    @Setting(value = "dimensionless, of order one", range = "from 0 to 100") double coefficient,
    @Setting(value = "deviation of a day's return, a fraction", range = "from 0 to 10")
        double dailyVolatility,
    @Setting(value = "what trades in a usual day", unit = "units", range = "above 0")
        double dailyVolume)
    implements SlippageSpec {
  private static final double LARGEST_COEFFICIENT = 100;
  private static final double LARGEST_VOLATILITY = 10;
  private static final double LARGEST_VOLUME = 1e18;
  private static final double E9 = 1e9;

  public SlippageSquareRoot {
    ImpactTicks.require(coefficient, 0, LARGEST_COEFFICIENT, "coefficient of impact");
    ImpactTicks.require(dailyVolatility, 0, LARGEST_VOLATILITY, "daily volatility");
    ImpactTicks.require(dailyVolume, 1 / E9, LARGEST_VOLUME, "daily volume");
    coefficient += 0.0; // -0 is 0: equal models are equal records
    dailyVolatility += 0.0;
  }

  @Override
  public SlippageModel in(Instrument instrument, long seed) {
    double dailyLots = dailyVolume * E9 / instrument.sizeQuantumE9();
    double impact = coefficient * dailyVolatility;
    return (side, lots, priceTicks, bidTicks, askTicks, volumeLots, orderNumber, fillNumber) ->
        ImpactTicks.up(Math.abs((double) priceTicks) * impact * Math.sqrt(lots / dailyLots));
  }

  @Override
  public boolean isNone() {
    return coefficient == 0 || dailyVolatility == 0;
  }
}
