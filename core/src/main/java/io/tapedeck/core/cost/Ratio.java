package io.tapedeck.core.cost;

import io.tapedeck.core.contract.Require;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction by which a count is turned into money, rounded up.
 *
 * @param numerator not negative
 * @param denominator positive
 */
record Ratio(long numerator, long denominator) {
  private static final int LARGEST_SCALE = 100;
  private static final String UNCOUNTABLE = "%s is too large or too fine to count exactly: %s";

  /**
   * The fraction in lowest terms.
   *
   * @param value not negative
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
   * {@code ⌈count × numerator / denominator⌉}; allocates nothing unless the product leaves 64 bits.
   *
   * @param count not negative
   * @throws ArithmeticException if the result does not fit in 64 bits
   */
  long up(long count) {
    long whole = Math.multiplyExact(count / denominator, numerator);
    long rest = count % denominator;
    long product = rest * numerator;
    long part =
        Math.multiplyHigh(rest, numerator) == 0 && product >= 0
            ? product / denominator + (product % denominator == 0 ? 0 : 1)
            : wide(rest);
    return Math.addExact(whole, part);
  }

  private long wide(long rest) {
    BigInteger[] parts =
        BigInteger.valueOf(rest)
            .multiply(BigInteger.valueOf(numerator))
            .divideAndRemainder(BigInteger.valueOf(denominator));
    return parts[0].longValueExact() + (parts[1].signum() == 0 ? 0 : 1);
  }
}
