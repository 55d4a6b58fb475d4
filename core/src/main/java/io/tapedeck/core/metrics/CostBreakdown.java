package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;

/**
 * What trading cost, by cause, in money of the run's currency.
 *
 * <p>Fees and financing are booked in cash on their own. Slippage and spread are not: they are in
 * the prices paid, and so in the profit already. {@link FillCost} gives both for a fill.
 *
 * @param fees fees paid; negative where rebates exceed them
 * @param slippage what fills paid beyond the price quoted; not negative
 * @param spread what fills that took paid for the distance of the quoted price from the mid; a fill
 *     that rested pays none; not negative
 * @param financing interest, borrowing and funding paid; negative where more was received
 */
public record CostBreakdown(long fees, long slippage, long spread, long financing) {
  /** Nothing was paid. */
  public static final CostBreakdown NONE = new CostBreakdown(0, 0, 0, 0);

  public CostBreakdown {
    Require.that(slippage >= 0, "slippage must not be negative, was %d", slippage);
    Require.that(spread >= 0, "spread must not be negative, was %d", spread);
  }

  /** Fees alone. */
  public static CostBreakdown ofFees(long fees) {
    return new CostBreakdown(fees, 0, 0, 0);
  }

  /**
   * These costs and others.
   *
   * @throws ArithmeticException if money leaves 64 bits
   */
  public CostBreakdown plus(CostBreakdown other) {
    return new CostBreakdown(
        Math.addExact(fees, other.fees),
        Math.addExact(slippage, other.slippage),
        Math.addExact(spread, other.spread),
        Math.addExact(financing, other.financing));
  }

  /**
   * All of it.
   *
   * @throws ArithmeticException if money leaves 64 bits
   */
  public long total() {
    return Math.addExact(Math.addExact(fees, slippage), Math.addExact(spread, financing));
  }
}
