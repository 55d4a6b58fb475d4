package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;

/**
 * As many lots as make a position as volatile as wanted: {@code notional ≤ ⌊equity × min(most,
 * target / realised)⌋}, where realised is the annualised sample deviation of the last returns of
 * the bars shown. Prices that never moved give the most.
 *
 * @param annualVolatility wanted, as a share of equity (0.1 is ten per cent); positive
 * @param window returns in the estimate; at least 2
 * @param maxLeverage most notional as a multiple of equity; positive, at most 1000
 */
@Model(name = "volatility_target", value = "As many lots as make a position as volatile as wanted.")
public record VolatilityTarget(
    @Setting(value = "wanted, a share of equity: 0.1 is 10 %", range = "above 0")
        double annualVolatility,
    @Setting(value = "returns in the estimate", unit = "bars", range = "at least 2") int window,
    @Setting(value = "most notional", unit = "times equity", range = "above 0, at most 1000")
        double maxLeverage)
    implements SizingSpec {
  private static final double LARGEST_LEVERAGE = 1_000;

  public VolatilityTarget {
    requireTarget(annualVolatility, maxLeverage);
    VolatilityScale.requireWindow(window);
  }

  static void requireTarget(double annualVolatility, double most) {
    Require.that(
        annualVolatility > 0 && Double.isFinite(annualVolatility),
        "wanted volatility must be positive, was %s",
        annualVolatility);
    Require.that(
        most > 0 && most <= LARGEST_LEVERAGE,
        "the largest multiple must be positive and at most 1000, was %s",
        most);
  }

  @Override
  public SizingModel in(Instrument instrument, double barsPerYear) {
    return new SizingModel(new Rule(this, instrument, barsPerYear), instrument);
  }

  private static final class Rule implements SizingRule {
    private final VolatilityTarget spec;
    private final Outlay outlay;
    private final VolatilityScale volatility;

    private Rule(VolatilityTarget spec, Instrument instrument, double barsPerYear) {
      this.spec = spec;
      outlay = new Outlay(instrument.moneyScale(), 0);
      volatility = new VolatilityScale(spec.window, barsPerYear);
    }

    @Override
    public void onBar(long highTicks, long lowTicks, long closeTicks) {
      volatility.add(closeTicks);
    }

    @Override
    public boolean isWarm(long stopTicks) {
      return volatility.isWarm();
    }

    @Override
    public long fullLots(long stopTicks, long equity, long doubledTicks) {
      long shareE8 = volatility.scaleE8(spec.annualVolatility, spec.maxLeverage);
      return outlay.lotsWithin(Share.floor(equity, shareE8), doubledTicks);
    }

    @Override
    public boolean needsEquity() {
      return true;
    }

    @Override
    public boolean needsPrice() {
      return true;
    }
  }
}
