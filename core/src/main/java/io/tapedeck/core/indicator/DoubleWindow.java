package io.tapedeck.core.indicator;

/** The last n values that are not whole numbers; statistics are summed from the oldest on. */
final class DoubleWindow {
  private final double[] values;
  private int oldest;
  private long count;

  DoubleWindow(int window) {
    values = new double[window];
  }

  void add(double value) {
    values[oldest] = value;
    oldest = oldest + 1 == values.length ? 0 : oldest + 1;
    count++;
  }

  boolean isWarm() {
    return count >= values.length;
  }

  /** {@code Σ x / n}; NaN before it is warm. */
  double mean() {
    if (!isWarm()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = oldest; i < values.length; i++) {
      sum += values[i];
    }
    for (int i = 0; i < oldest; i++) {
      sum += values[i];
    }
    return sum / (double) values.length;
  }

  /** {@code Σ (x - centre)²}. */
  double squaresAbout(double centre) {
    double sum = 0;
    for (int i = oldest; i < values.length; i++) {
      sum += (values[i] - centre) * (values[i] - centre);
    }
    for (int i = 0; i < oldest; i++) {
      sum += (values[i] - centre) * (values[i] - centre);
    }
    return sum;
  }
}
