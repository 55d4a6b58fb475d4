package io.tapedeck.core.risk;

/** Sums that stop at the ends of 64 bits: what is too large to count is above any limit. */
final class Saturated {
  private Saturated() {}

  static long sum(long left, long right) {
    long sum = left + right;
    boolean isOverflow = ((left ^ sum) & (right ^ sum)) < 0;
    return isOverflow ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  static long magnitude(long value) {
    return value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value);
  }
}
