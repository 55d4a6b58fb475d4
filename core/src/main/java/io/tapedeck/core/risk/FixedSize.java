package io.tapedeck.core.risk;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * Always the same size.
 *
 * @param units shares, coins, contracts; positive, at most 9 decimals
 */
@Model(name = "size", value = "Always the same size.")
public record FixedSize(
    @Setting(value = "shares, coins, contracts", unit = "units", range = "above 0, 9 decimals")
        BigDecimal units)
    implements SizingSpec {
  private static final int DECIMALS = 9;

  public FixedSize {
    SizingSpec.requirePositive(units, "size", DECIMALS);
  }

  @Override
  public SizingModel in(Instrument instrument, double barsPerYear) {
    long lots = units.divideToIntegralValue(instrument.size(1)).longValueExact();
    return new SizingModel(new Rule(lots), instrument);
  }

  private record Rule(long lots) implements SizingRule {
    @Override
    public long fullLots(long stopTicks, long equity, long doubledTicks) {
      return lots;
    }

    @Override
    public boolean needsEquity() {
      return false;
    }

    @Override
    public boolean needsPrice() {
      return false;
    }
  }
}
