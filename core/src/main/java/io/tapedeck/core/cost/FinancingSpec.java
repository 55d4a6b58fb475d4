package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * What holding costs, by the day: {@code ⌈amount × bps × days / (10 000 × dayCount)⌉}, simple
 * interest.
 *
 * <p>All rates are in basis points a year with at most 4 decimals, from -100 000 to 100 000, and
 * are of either sign: borrowed shares may pay a rebate, and cash has cost money.
 *
 * @param longAnnualBps charged on the value of a long position (a contract for difference, a
 *     leveraged token); 0 where positions are paid for in full
 * @param shortAnnualBps charged on the value of a short position: the fee for borrowing it
 * @param debitAnnualBps charged on cash below zero
 * @param creditAnnualBps <em>paid</em> on cash above zero
 * @param dayCount days of a year: 360 (actual/360, money markets) or 365 (actual/365)
 */
@Model("What holding positions and cash over night costs.")
public record FinancingSpec(
    @Setting(
            value = "on the value of long positions",
            name = "long_bps",
            unit = "basis points a year",
            range = "from -100000 to 100000, 4 decimals")
        BigDecimal longAnnualBps,
    @Setting(
            value = "on the value of short positions: borrowing",
            name = "short_bps",
            unit = "basis points a year",
            range = "from -100000 to 100000, 4 decimals")
        BigDecimal shortAnnualBps,
    @Setting(
            value = "on cash below zero",
            name = "debit_bps",
            unit = "basis points a year",
            range = "from -100000 to 100000, 4 decimals")
        BigDecimal debitAnnualBps,
    @Setting(
            value = "paid to the account on cash above zero",
            name = "credit_bps",
            unit = "basis points a year",
            range = "from -100000 to 100000, 4 decimals")
        BigDecimal creditAnnualBps,
    @Setting(value = "days of a year", unit = "days", range = "360 or 365") int dayCount)
    implements Serializable {
  public static final FinancingSpec NONE =
      new FinancingSpec(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 365);
  private static final long LARGEST_BPS = 100_000;

  public FinancingSpec {
    requireRate(longAnnualBps, "rate of long positions");
    requireRate(shortAnnualBps, "rate of short positions");
    requireRate(debitAnnualBps, "rate of cash below zero");
    requireRate(creditAnnualBps, "rate of cash above zero");
    Require.that(
        dayCount == 360 || dayCount == 365,
        "a year of financing must have 360 or 365 days, was %d",
        dayCount);
  }

  private static void requireRate(BigDecimal bps, String what) {
    Bps.require(bps, -LARGEST_BPS, LARGEST_BPS, what);
  }

  /** Whether holding costs nothing and pays nothing. */
  public boolean isNone() {
    return longAnnualBps.signum() == 0
        && shortAnnualBps.signum() == 0
        && debitAnnualBps.signum() == 0
        && creditAnnualBps.signum() == 0;
  }

  /** The same in whole numbers. */
  public FinancingModel model() {
    return new FinancingModel(
        Bps.e4(longAnnualBps),
        Bps.e4(shortAnnualBps),
        Bps.e4(debitAnnualBps),
        Bps.e4(creditAnnualBps),
        dayCount);
  }
}
