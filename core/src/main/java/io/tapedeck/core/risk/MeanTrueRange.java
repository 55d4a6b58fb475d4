package io.tapedeck.core.risk;

/**
 * Wilder's average true range: {@code ATR = (ATR × (n - 1) + TR) / n}, seeded with the arithmetic
 * mean of the first n; {@code TR = max(high, previous close) - min(low, previous close)}, and
 * {@code high - low} for the first bar.
 *
 * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems" (1978).
 */
final class MeanTrueRange {
  private final int window;
  private long bars;
  private long previousClose;
  private long seedSum;
  private double mean;

  MeanTrueRange(int window) {
    this.window = window;
  }

  void add(long highTicks, long lowTicks, long closeTicks) {
    long top = bars == 0 ? highTicks : Math.max(highTicks, previousClose);
    long bottom = bars == 0 ? lowTicks : Math.min(lowTicks, previousClose);
    long range = top - bottom;
    previousClose = closeTicks;
    bars++;
    if (bars <= window) {
      seedSum += range;
      mean = (double) seedSum / window;
    } else {
      mean = (mean * (window - 1) + range) / window;
    }
  }

  boolean isWarm() {
    return bars >= window;
  }

  /** In ticks; meaningful once it is warm. */
  double value() {
    return mean;
  }
}
