package io.tapedeck.core.indicator;

/**
 * The exponential mean of values that are not whole numbers, such as another indicator's.
 *
 * <p>As {@link ExponentialMean}, but the seed's sum is one of doubles, in the order of the values.
 */
final class Smoother {
  private final int window;
  private final double alpha;
  private final Seeding seeding;
  private long count;
  private double seedSum;
  private double mean;

  Smoother(int window, Seeding seeding, Smoothing smoothing) {
    this.window = window;
    this.alpha = smoothing.alpha(window);
    this.seeding = seeding;
  }

  void add(double value) {
    count++;
    if (seeding == Seeding.SMA && count <= window) {
      seedSum += value;
      mean = seedSum * (1.0 / window);
    } else if (count == 1) {
      mean = value;
    } else {
      mean += alpha * (value - mean);
    }
  }

  boolean isWarm() {
    return count >= window;
  }

  double value() {
    return isWarm() ? mean : Double.NaN;
  }
}
