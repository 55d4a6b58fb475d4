package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * A share of the notional: {@code fee = ⌈notional × bps / 10 000⌉}.
 *
 * @param bps basis points, at most 4 decimals; from 0 to 10 000
 */
public record FeeBps(BigDecimal bps) implements FeeSchedule {
  private static final int SHARE_DECIMALS = 4;

  public FeeBps {
    Require.that(
        bps != null
            && bps.signum() >= 0
            && bps.compareTo(BigDecimal.valueOf(10_000)) <= 0
            && bps.stripTrailingZeros().scale() <= 4,
        "fee must be from 0 to 10000 bps with at most 4 decimals, was %s",
        bps);
  }

  @Override
  public FeeModel in(Instrument instrument) {
    Ratio share = Ratio.of(bps.movePointLeft(SHARE_DECIMALS), "a fee in basis points");
    return (notional, lots, liquidity) -> share.up(notional);
  }
}
