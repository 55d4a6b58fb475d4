package io.tapedeck.core.cost;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction by which a count is turned into money, rounded up.
 *
 * @param numerator not negative
 * @param denominator positive
 */
record Ratio(long numerator, long denominator) {
  /**
   * The fraction in lowest terms.
   *
   * @param value not negative
   * @throws IllegalArgumentException if a term does not fit in 64 bits
   */
  static Ratio of(BigDecimal value, String what) {
    BigDecimal plain = value.stripTrailingZeros();
    BigInteger numerator = plain.unscaledValue();
    BigInteger denominator = BigInteger.TEN.pow(Math.max(plain.scale(), 0));
    if (plain.scale() < 0) {
      numerator = numerator.multiply(BigInteger.TEN.pow(-plain.scale()));
    }
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
    if (numerator.bitLength() >= Long.SIZE || denominator.bitLength() >= Long.SIZE) {
      throw new IllegalArgumentException(
          what + " is too large or too fine to be counted exactly: " + value.toPlainString());
    }
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
