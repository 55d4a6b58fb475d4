package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;

/** Wilder's true range of a bar, in the unit of its prices. */
final class TrueRange {
  private TrueRange() {}

  /** {@code high - low}: that of a first bar. */
  static long of(long high, long low) {
    Require.that(high >= low, "the high of a bar must not be below its low");
    return Math.subtractExact(high, low);
  }

  /** {@code max(high, close before) - min(low, close before)}. */
  static long of(long high, long low, long closeBefore) {
    return of(Math.max(high, closeBefore), Math.min(low, closeBefore));
  }
}
