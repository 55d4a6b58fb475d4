package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import java.io.Serializable;
import java.math.BigDecimal;

/** How many lots a full-strength opinion is worth, as a user writes it down. */
public sealed interface SizingSpec extends Serializable
    permits FixedSize,
        FixedNotional,
        PercentOfEquity,
        RiskPerTrade,
        VolatilityTarget,
        TargetWeight {
  /**
   * The same rule in this instrument's lots and money.
   *
   * @param barsPerYear of the bars the model will be shown, to annualise by; positive
   */
  SizingModel in(Instrument instrument, double barsPerYear);

  /** Refuses a number that is not positive, or finer than its unit. */
  static void requirePositive(BigDecimal value, String name, int decimals) {
    Require.that(
        value != null && value.signum() > 0 && value.stripTrailingZeros().scale() <= decimals,
        "%s must be positive with at most %d decimals, was %s",
        name,
        decimals,
        value);
  }
}
