package io.tapedeck.core.indicator;

import io.tapedeck.core.market.WideSum;

/**
 * Exact sums over the last n whole numbers: {@code S = Σ x} in 64 bits and {@code n Σ x²} in 128.
 *
 * <p>A value must be within {@code ±2^63 / n}; then nothing below can overflow.
 */
final class WindowMoments {
  private final long[] values;
  private final WideSum squares = new WideSum(); // times n
  private int next;
  private long count;
  private long sum;

  WindowMoments(int window) {
    values = new long[window];
  }

  void add(long value) {
    long window = values.length;
    long scaled = Math.multiplyExact(value, window);
    long leaving = values[next];
    sum = Math.addExact(sum, Math.subtractExact(value, leaving));
    squares.subtractProduct(leaving * window, leaving);
    squares.addProduct(scaled, value);
    values[next] = value;
    next = next + 1 == values.length ? 0 : next + 1;
    count++;
  }

  boolean isWarm() {
    return count >= values.length;
  }

  /** {@code (double) S × (1.0 / n)}: the bits of {@link SimpleMean}. */
  double mean() {
    return (double) sum * (1.0 / values.length);
  }

  /** {@code n Σ x² - S²}, n² times the population variance, rounded once. */
  double scaledVariance() {
    return squares.lessProduct(sum, sum);
  }

  /** {@code n x - S}: n times the distance of x from the mean, exactly. */
  long scaledDistance(long value) {
    return Math.subtractExact(Math.multiplyExact(value, (long) values.length), sum);
  }

  int window() {
    return values.length;
  }
}
