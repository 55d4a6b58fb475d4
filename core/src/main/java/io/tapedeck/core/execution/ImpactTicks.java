package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;

/** How models that compute with doubles come back to whole ticks. */
final class ImpactTicks {
  /** Larger counts are not exact as doubles. */
  private static final double LARGEST = 0x1p53;

  /** What a handful of roundings in double may add to a number that should be whole. */
  private static final double NOISE = 1e-12;

  private ImpactTicks() {}

  /**
   * Whole ticks against the taker: rounded up, but a count that is whole up to the noise of double
   * arithmetic (one part in 10^12) stays what it is.
   *
   * @param ticks not negative
   * @throws ArithmeticException if there are more than 2^53, or it is not a number
   */
  static long up(double ticks) {
    if (!(ticks <= LARGEST)) {
      throw new ArithmeticException("slippage of " + ticks + " ticks cannot be counted");
    }
    return (long) Math.ceil(ticks * (1 - NOISE));
  }

  /** Refuses a parameter that is not a number in its range. */
  static void require(double value, double min, double max, String what) {
    Require.that(
        value >= min && value <= max, "%s must be from %s to %s, was %s", what, min, max, value);
  }
}
