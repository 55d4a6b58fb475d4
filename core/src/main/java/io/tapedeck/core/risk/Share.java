package io.tapedeck.core.risk;

import java.math.BigDecimal;

/** Exact shares of money and of sizes: a share is a count of 1e-8, so a basis point is 10 000. */
final class Share {
  /** The share that is everything. */
  static final long WHOLE_E8 = 100_000_000L;

  private static final int DECIMALS = 8;
  private static final long E8_PER_PPM = 100;

  private Share() {}

  /**
   * The count of 1e-8 of a ratio.
   *
   * @throws ArithmeticException if it is finer than that or does not fit in 64 bits
   */
  static long e8(BigDecimal ratio) {
    return ratio.movePointRight(DECIMALS).longValueExact();
  }

  /** The same share from parts in a million. */
  static long ofPpm(long ppm) {
    return Math.multiplyExact(ppm, E8_PER_PPM);
  }

  /** {@code ⌊value × share⌋}; neither is negative. */
  static long floor(long value, long shareE8) {
    return Math.addExact(wholes(value, shareE8), rest(value, shareE8) / WHOLE_E8);
  }

  /** {@code ⌈value × share⌉}; neither is negative. */
  static long ceil(long value, long shareE8) {
    long rest = rest(value, shareE8);
    long up = rest / WHOLE_E8 + (rest % WHOLE_E8 == 0 ? 0 : 1);
    return Math.addExact(wholes(value, shareE8), up);
  }

  /** All of the product but what {@link #rest} leaves to be divided. */
  private static long wholes(long value, long shareE8) {
    return Math.addExact(
        Math.multiplyExact(value, shareE8 / WHOLE_E8), value / WHOLE_E8 * (shareE8 % WHOLE_E8));
  }

  private static long rest(long value, long shareE8) {
    return value % WHOLE_E8 * (shareE8 % WHOLE_E8);
  }

  /** Whether {@code part ≤ whole × share}, in 128 bits; nothing is negative. */
  static boolean isWithin(long part, long whole, long shareE8) {
    return isAtMost(part, WHOLE_E8, whole, shareE8);
  }

  /** Whether {@code part × portion ≤ whole}: what {@code part} requires is covered. */
  static boolean covers(long whole, long part, long portionE8) {
    return isAtMost(part, portionE8, whole, WHOLE_E8);
  }

  private static boolean isAtMost(long left, long times, long right, long factor) {
    long leftHigh = Math.multiplyHigh(left, times);
    long rightHigh = Math.multiplyHigh(right, factor);
    return leftHigh == rightHigh
        ? Long.compareUnsigned(left * times, right * factor) <= 0
        : leftHigh < rightHigh;
  }
}
