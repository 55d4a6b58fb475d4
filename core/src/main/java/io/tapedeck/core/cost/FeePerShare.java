package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * An amount for each unit (share, contract), with a minimum for a fill and a cap as a share of its
 * notional: {@code fee = min(max(⌈size × amount⌉, minimum), ⌈notional × capBps / 10 000⌉)}. The
 * minimum is rounded up to the currency's unit.
 *
 * @param amount in the instrument's currency, for one unit; not negative
 * @param minimum in the instrument's currency, for a fill; not negative
 * @param capBps most of the notional that is charged, in basis points; positive, 10 000 for no cap
 *     below the notional
 */
@Model(name = "per_share", value = "An amount for each unit, with a minimum and a cap.")
public record FeePerShare(
    @Setting(value = "for each share, coin or contract", unit = "currency", range = "not negative")
        BigDecimal amount,
    @Setting(value = "for each fill", unit = "currency", range = "not negative", standard = "0")
        BigDecimal minimum,
    @Setting(
            value = "most of the notional that is charged",
            unit = "basis points",
            range = "above 0",
            standard = "10000")
        BigDecimal capBps)
    implements FeeSchedule {
  private static final int SIZE_DECIMALS = 9;
  private static final int SHARE_DECIMALS = 4;

  public FeePerShare {
    Require.that(isNotNegative(amount), "fee per share must not be negative, was %s", amount);
    Require.that(isNotNegative(minimum), "minimum fee must not be negative, was %s", minimum);
    Require.that(
        capBps != null && capBps.signum() > 0,
        "cap of the fee must be positive, was %s bps",
        capBps);
  }

  @Override
  public FeeModel in(Instrument instrument) {
    Currency currency = instrument.currency();
    BigDecimal unitsOfLot = BigDecimal.valueOf(instrument.sizeQuantumE9(), SIZE_DECIMALS);
    Ratio perLot =
        Ratio.of(
            amount.multiply(unitsOfLot).scaleByPowerOfTen(currency.decimals()), "the fee of a lot");
    Ratio cap = Ratio.of(capBps.movePointLeft(SHARE_DECIMALS), "the cap of the fee");
    long least = Ratio.of(minimum.scaleByPowerOfTen(currency.decimals()), "the minimum fee").up(1);
    return (side, notional, lots, liquidity, periodNotional) ->
        Math.min(Math.max(perLot.up(lots), least), cap.up(notional));
  }

  private static boolean isNotNegative(BigDecimal value) {
    return value != null && value.signum() >= 0;
  }
}
