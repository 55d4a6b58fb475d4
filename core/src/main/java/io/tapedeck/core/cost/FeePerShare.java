package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * An amount for each unit (share, contract), with a minimum for a fill and a cap as a share of its
 * notional: {@code fee = min(max(⌈size × amount⌉, minimum), ⌈notional × capBps / 10 000⌉)}.
 *
 * @param amount in the instrument's currency, for one unit; not negative
 * @param minimum in the instrument's currency, for a fill; not negative
 * @param capBps most of the notional that is charged, in basis points; positive, 10 000 for no cap
 *     below the notional
 */
public record FeePerShare(BigDecimal amount, BigDecimal minimum, BigDecimal capBps)
    implements FeeSchedule {
  public FeePerShare {
    Require.that(amount.signum() >= 0, "fee per share must not be negative, was %s", amount);
    Require.that(minimum.signum() >= 0, "minimum fee must not be negative, was %s", minimum);
    Require.that(capBps.signum() > 0, "cap of the fee must be positive, was %s bps", capBps);
  }

  @Override
  public FeeModel in(Instrument instrument) {
    throw new IllegalStateException("replaced");
  }
}
