package io.tapedeck.jobs.grid;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact quotient of whole numbers.
 *
 * @param numerator any
 * @param denominator positive
 */
record Fraction(BigInteger numerator, BigInteger denominator) {
  static Fraction of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() <= 0
        ? new Fraction(plain.toBigIntegerExact(), BigInteger.ONE)
        : new Fraction(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Their quotient. @throws ArithmeticException if the other is zero */
  Fraction over(Fraction other) {
    if (other.numerator.signum() == 0) {
      throw new ArithmeticException("division by zero");
    }
    BigInteger sign = BigInteger.valueOf(other.numerator.signum());
    return new Fraction(
        numerator.multiply(other.denominator).multiply(sign),
        denominator.multiply(other.numerator.abs()));
  }

  int compareWith(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
