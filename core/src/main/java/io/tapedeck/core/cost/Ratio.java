package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.MoneyScale;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction by which a count is turned into money, rounded up: towards plus infinity, so
 * that a negative share of money, a rebate, is the smaller for it.
 *
 * @param numerator of either sign
 * @param denominator positive
 */
record Ratio(long numerator, long denominator) {
  private static final int LARGEST_SCALE = 100;
  private static final String UNCOUNTABLE = "%s is too large or too fine to count exactly: %s";

  /**
   * The fraction in lowest terms.
   *
   * @param value of either sign
   * @param what names it in messages
   * @throws IllegalArgumentException if a term does not fit in 64 bits
   */
  static Ratio of(BigDecimal value, String what) {
    BigDecimal plain = value.stripTrailingZeros();
    Require.that(Math.abs(plain.scale()) <= LARGEST_SCALE, UNCOUNTABLE, what, value);
    BigInteger numerator = plain.unscaledValue();
    BigInteger denominator = BigInteger.TEN.pow(Math.max(plain.scale(), 0));
    if (plain.scale() < 0) {
      numerator = numerator.multiply(BigInteger.TEN.pow(-plain.scale()));
    }
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
    boolean fits = numerator.bitLength() < Long.SIZE && denominator.bitLength() < Long.SIZE;
    Require.that(fits, UNCOUNTABLE, what, value);
    return new Ratio(numerator.longValueExact(), denominator.longValueExact());
  }

  /**
   * {@code ⌈count × numerator / denominator⌉}, exact through 128 bits without allocation.
   *
   * @param count not negative
   * @throws ArithmeticException if the result does not fit in 64 bits
   */
  long up(long count) {
    return up(count, numerator, denominator);
  }

  /** {@link #up(long)} of a fraction that is not in lowest terms. */
  static long up(long count, long numerator, long denominator) {
    long whole = Math.multiplyExact(count / denominator, numerator);
    long rest = count % denominator;
    long nearest = MoneyScale.proportion(numerator, rest, denominator);
    long missing = rest * numerator - nearest * denominator; // at most half of the denominator
    return Math.addExact(whole, nearest + (missing > 0 ? 1 : 0));
  }
}
