package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Limits as a user writes them, in units and currency; {@link #UNLIMITED} where there is none.
 *
 * @param maxOrderSize largest single order, in units (shares, coins); positive
 * @param maxPosition largest absolute position, in units; positive
 * @param maxOrderNotional largest notional of a single order, in the instrument's currency;
 *     positive
 */
public record RiskSpec(BigDecimal maxOrderSize, BigDecimal maxPosition, BigDecimal maxOrderNotional)
    implements Serializable {
  /** Larger than any size or amount that fits in 64 bits. */
  public static final BigDecimal UNLIMITED = BigDecimal.valueOf(Long.MAX_VALUE);

  public static final RiskSpec NONE = new RiskSpec(UNLIMITED, UNLIMITED, UNLIMITED);

  public RiskSpec {
    Require.that(maxOrderSize.signum() > 0, "maxOrderSize must be positive, was %s", maxOrderSize);
    Require.that(maxPosition.signum() > 0, "maxPosition must be positive, was %s", maxPosition);
    Require.that(
        maxOrderNotional.signum() > 0,
        "maxOrderNotional must be positive, was %s",
        maxOrderNotional);
  }

  /** The same limits in this instrument's lots and money. */
  public RiskLimits in(Instrument instrument) {
    return new RiskLimits(
        isUnlimited(maxOrderSize) ? Long.MAX_VALUE : instrument.lots(maxOrderSize),
        isUnlimited(maxPosition) ? Long.MAX_VALUE : instrument.lots(maxPosition),
        isUnlimited(maxOrderNotional)
            ? Long.MAX_VALUE
            : instrument.currency().money(maxOrderNotional));
  }

  private static boolean isUnlimited(BigDecimal value) {
    return value.compareTo(UNLIMITED) == 0;
  }
}
