package io.tapedeck.core.risk;

import io.tapedeck.core.market.MoneyScale;

/**
 * What lots are worth, and what they cost with fees put aside: {@code value + ⌈value × fee⌉}. What
 * does not fit in 64 bits is {@link Long#MAX_VALUE}.
 *
 * @param feeReserveE8 share of the value put aside for fees; not negative
 */
record Outlay(MoneyScale scale, long feeReserveE8) {
  /** Money, not negative: the size of {@code lots} of either sign at a doubled price. */
  static long value(MoneyScale scale, long doubledTicks, long lots) {
    try {
      return Math.absExact(scale.valueAtDoubled(doubledTicks, lots));
    } catch (ArithmeticException tooLargeToCount) {
      return Long.MAX_VALUE;
    }
  }

  long atDoubled(long doubledTicks, long lots) {
    long value = value(scale, doubledTicks, lots);
    if (feeReserveE8 == 0 || value == Long.MAX_VALUE) {
      return value;
    }
    try {
      return Math.addExact(value, Share.ceil(value, feeReserveE8));
    } catch (ArithmeticException tooLargeToCount) {
      return Long.MAX_VALUE;
    }
  }

  long at(long priceTicks, long lots) {
    return atDoubled(Math.multiplyExact(priceTicks, 2), lots);
  }

  /**
   * The most lots whose cost is within a budget; exact, by search.
   *
   * @param budget money; none for zero or less
   * @param doubledTicks positive
   */
  long lotsWithin(long budget, long doubledTicks) {
    if (budget <= 0 || atDoubled(doubledTicks, 1) > budget) {
      return 0;
    }
    long fits = 1;
    while (fits <= Long.MAX_VALUE / 2 && atDoubled(doubledTicks, fits * 2) <= budget) {
      fits *= 2;
    }
    long exceeds = fits <= Long.MAX_VALUE / 2 ? fits * 2 : Long.MAX_VALUE;
    while (exceeds - fits > 1) {
      long middle = fits + (exceeds - fits) / 2;
      if (atDoubled(doubledTicks, middle) <= budget) {
        fits = middle;
      } else {
        exceeds = middle;
      }
    }
    return fits;
  }
}
