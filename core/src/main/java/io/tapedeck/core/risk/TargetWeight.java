package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * A weight in the portfolio: the most lots with {@code notional ≤ ⌊equity × weight⌋}.
 *
 * @param weight as a share of known equity; positive, at most 1000 with at most 8 decimals. Whether
 *     long or short is the opinion's
 */
@Model(name = "target_weight", value = "A weight in the portfolio.")
public record TargetWeight(
    @Setting(value = "share of known equity", range = "above 0, at most 1000, 8 decimals")
        BigDecimal weight)
    implements SizingSpec {
  private static final BigDecimal LARGEST_WEIGHT = BigDecimal.valueOf(1_000);
  private static final int DECIMALS = 8;

  public TargetWeight {
    SizingSpec.requirePositive(weight, "weight", DECIMALS);
    Require.that(
        weight.compareTo(LARGEST_WEIGHT) <= 0, "weight must be at most 1000, was %s", weight);
  }

  @Override
  public SizingModel in(Instrument instrument, double barsPerYear) {
    Outlay outlay = new Outlay(instrument.moneyScale(), 0);
    return new SizingModel(new EquityShare(outlay, 0, Share.e8(weight)), instrument);
  }
}
