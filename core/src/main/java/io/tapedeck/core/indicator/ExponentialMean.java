package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;

/**
 * The exponential mean of window n: {@code m += α × (x - m)} with {@code α = 2 / (n + 1)}.
 *
 * <p>Values are whole numbers (ticks of trades, doubled ticks of mids); the mean is in their unit.
 * It depends on every value since the first, in order. Allocates nothing after construction.
 */
public final class ExponentialMean {
  private final int window;
  private final double alpha;
  private final Seeding seeding;
  private long count;
  private long seedSum;
  private double mean;

  /**
   * An empty mean.
   *
   * @param window n, in values; positive
   */
  public ExponentialMean(int window, Seeding seeding) {
    Require.that(window > 0, "window of a mean must be positive, was %d", window);
    this.window = window;
    this.alpha = 2.0 / (window + 1.0);
    this.seeding = seeding;
  }

  /**
   * Adds a value.
   *
   * @throws ArithmeticException if the sum of the seed leaves 64 bits
   */
  public void add(long value) {
    count++;
    if (seeding == Seeding.SMA && count <= window) {
      seedSum = Math.addExact(seedSum, value);
      mean = (double) seedSum * (1.0 / window); // the simple mean once count is n
    } else if (count == 1) {
      mean = (double) value;
    } else {
      mean += alpha * ((double) value - mean);
    }
  }

  /** Whether n values were added. */
  public boolean isWarm() {
    return count >= window;
  }

  /** The mean; NaN before it is warm. */
  public double value() {
    return isWarm() ? mean : Double.NaN;
  }
}
