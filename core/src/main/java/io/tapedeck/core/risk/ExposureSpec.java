package io.tapedeck.core.risk;

import static io.tapedeck.core.risk.RiskSpec.UNLIMITED;
import static io.tapedeck.core.risk.RiskSpec.isUnlimited;
import static io.tapedeck.core.risk.RiskSpec.moneyOf;
import static io.tapedeck.core.risk.RiskSpec.requirePositive;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Currency;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Limits of an account's exposure over all its instruments, as a user writes them; {@link
 * RiskSpec#UNLIMITED} where there is none. Exposure is a worst-case position at its last known
 * price.
 *
 * @param maxGross largest sum of absolute exposures, in the account's currency; positive
 * @param maxNet largest absolute sum of signed exposures, in the account's currency; positive
 * @param maxLeverage largest gross exposure as a multiple of known equity, at most 8 decimals;
 *     positive
 * @param maxConcentration largest absolute exposure of one instrument as a multiple of known
 *     equity, at most 8 decimals; positive
 */
public record ExposureSpec(
    @Setting(value = "largest sum of absolute exposures", unit = "currency", range = "above 0")
        BigDecimal maxGross,
    @Setting(
            value = "largest absolute sum of signed exposures",
            unit = "currency",
            range = "above 0")
        BigDecimal maxNet,
    @Setting(value = "largest gross exposure", unit = "times equity", range = "above 0")
        BigDecimal maxLeverage,
    @Setting(value = "largest exposure of one instrument", unit = "times equity", range = "above 0")
        BigDecimal maxConcentration)
    implements Serializable {
  public static final ExposureSpec NONE =
      new ExposureSpec(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);

  private static final BigDecimal LARGEST_MULTIPLE = BigDecimal.valueOf(1_000_000);
  private static final int DECIMALS = 8;

  public ExposureSpec {
    requirePositive(maxGross, "maxGross");
    requirePositive(maxNet, "maxNet");
    requireMultiple(maxLeverage, "maxLeverage");
    requireMultiple(maxConcentration, "maxConcentration");
  }

  private static void requireMultiple(BigDecimal multiple, String name) {
    requirePositive(multiple, name);
    Require.that(
        isUnlimited(multiple)
            || (multiple.compareTo(LARGEST_MULTIPLE) <= 0
                && multiple.stripTrailingZeros().scale() <= DECIMALS),
        "%s must be at most 1000000 with at most 8 decimals, was %s",
        name,
        multiple);
  }

  public ExposureSpec withGross(BigDecimal most) {
    return new ExposureSpec(most, maxNet, maxLeverage, maxConcentration);
  }

  public ExposureSpec withNet(BigDecimal most) {
    return new ExposureSpec(maxGross, most, maxLeverage, maxConcentration);
  }

  public ExposureSpec withLeverage(BigDecimal most) {
    return new ExposureSpec(maxGross, maxNet, most, maxConcentration);
  }

  public ExposureSpec withConcentration(BigDecimal most) {
    return new ExposureSpec(maxGross, maxNet, maxLeverage, most);
  }

  /** The same limits in money of this currency. */
  ExposureLimits in(Currency currency) {
    return new ExposureLimits(
        moneyOf(maxGross, currency),
        moneyOf(maxNet, currency),
        isUnlimited(maxLeverage) ? Long.MAX_VALUE : Share.e8(maxLeverage),
        isUnlimited(maxConcentration) ? Long.MAX_VALUE : Share.e8(maxConcentration));
  }
}
