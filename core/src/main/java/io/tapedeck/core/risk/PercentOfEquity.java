package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.market.Instrument;
import java.math.BigDecimal;

/**
 * A percentage of what the account is known to be worth: the most lots with {@code notional +
 * ⌈notional × fee⌉ ≤ ⌊(equity - buffer) × percent⌋}.
 *
 * @param percent of equity; positive, at most 4 decimals, above 100 with borrowed money
 * @param cashBuffer never counted on, in the instrument's currency; not negative
 * @param feeReserveBps put aside for fees, in basis points of the notional; from 0 to 10 000, at
 *     most 4 decimals
 */
@Model(name = "percent_of_equity", value = "A percentage of what the account is known to be worth.")
public record PercentOfEquity(
    @Setting(value = "of known equity", unit = "%", range = "above 0, at most 100000, 4 decimals")
        BigDecimal percent,
    @Setting(value = "never counted on", unit = "currency", range = "not negative", standard = "0")
        BigDecimal cashBuffer,
    @Setting(
            value = "put aside for fees",
            unit = "basis points",
            range = "from 0 to 10000, 4 decimals",
            standard = "0")
        BigDecimal feeReserveBps)
    implements SizingSpec {
  private static final BigDecimal LARGEST_BPS = BigDecimal.valueOf(10_000);
  private static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(100_000);
  private static final int PERCENT_DECIMALS = 2;
  private static final int DECIMALS = 4;

  public PercentOfEquity {
    SizingSpec.requirePositive(percent, "percent of equity", DECIMALS);
    Require.that(
        percent.compareTo(LARGEST_PERCENT) <= 0,
        "percent of equity must be at most 100000, was %s",
        percent);
    Require.that(cashBuffer.signum() >= 0, "cash buffer must not be negative, was %s", cashBuffer);
    Require.that(
        feeReserveBps.signum() >= 0
            && feeReserveBps.compareTo(LARGEST_BPS) <= 0
            && feeReserveBps.stripTrailingZeros().scale() <= DECIMALS,
        "fee reserve must be from 0 to 10000 bps with at most 4 decimals, was %s",
        feeReserveBps);
  }

  @Override
  public SizingModel in(Instrument instrument, double barsPerYear) {
    Outlay outlay =
        new Outlay(instrument.moneyScale(), Share.e8(feeReserveBps.movePointLeft(DECIMALS)));
    long buffer = instrument.currency().money(cashBuffer);
    long shareE8 = Share.e8(percent.movePointLeft(PERCENT_DECIMALS));
    return new SizingModel(new EquityShare(outlay, buffer, shareE8), instrument);
  }
}
