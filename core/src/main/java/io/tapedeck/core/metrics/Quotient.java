package io.tapedeck.core.metrics;

/** Quotients that are not a number where they are not defined, rather than infinite. */
final class Quotient {
  private Quotient() {}

  /** A quotient; NaN where the divisor is not above zero, or the quotient leaves a double. */
  static double of(double dividend, double divisor) {
    return divisor > 0 ? finite(dividend / divisor) : Double.NaN;
  }

  /** The value; NaN where it is infinite. */
  static double finite(double value) {
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
