package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;

/**
 * What holding costs. Exact through 128 bits, rounded up once: against the trader, a credit too.
 * Immutable; allocates nothing.
 *
 * <p>Positions and cash are charged apart, so which of them a run is charged for is its own choice.
 */
public final class FinancingModel {
  private static final long E4_OF_ONE = 100_000_000L;

  private final long longBpsE4;
  private final long shortBpsE4;
  private final long debitBpsE4;
  private final long creditBpsE4;
  private final long denominator;

  FinancingModel(long longBpsE4, long shortBpsE4, long debitBpsE4, long creditBpsE4, int dayCount) {
    this.longBpsE4 = longBpsE4;
    this.shortBpsE4 = shortBpsE4;
    this.debitBpsE4 = debitBpsE4;
    this.creditBpsE4 = creditBpsE4;
    denominator = E4_OF_ONE * dayCount;
  }

  /**
   * What a position is charged.
   *
   * @param positionValue money, signed: negative for a short position
   * @param days held, not negative
   * @return money, negative for a credit
   * @throws ArithmeticException if it does not fit in 64 bits
   */
  public long charge(long positionValue, int days) {
    return charge(Math.absExact(positionValue), positionValue > 0 ? longBpsE4 : shortBpsE4, days);
  }

  /**
   * What cash is charged.
   *
   * @param cash money, signed
   * @param days held, not negative
   * @return money, negative where interest is received
   * @throws ArithmeticException if it does not fit in 64 bits
   */
  public long cashCharge(long cash, int days) {
    return charge(Math.absExact(cash), cash > 0 ? -creditBpsE4 : debitBpsE4, days);
  }

  private long charge(long amount, long bpsE4, int days) {
    Require.that(days >= 0, "days held must not be negative");
    return Ratio.up(amount, bpsE4 * days, denominator);
  }
}
