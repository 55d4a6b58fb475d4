package io.tapedeck.core.indicator;

import io.tapedeck.core.market.WideSum;

/**
 * Exact sums over the last n pairs of whole numbers: {@code Σ x} and {@code Σ y} in 64 bits, {@code
 * n Σ x²}, {@code n Σ y²} and {@code n Σ xy} in 128.
 *
 * <p>Values must be within {@code ±2^63 / n}; then nothing below can overflow.
 */
final class PairMoments {
  private final long[] xs;
  private final long[] ys;
  private final WideSum xSquares = new WideSum();
  private final WideSum ySquares = new WideSum();
  private final WideSum products = new WideSum();
  private int next;
  private long count;
  private long xSum;
  private long ySum;

  PairMoments(int window) {
    xs = new long[window];
    ys = new long[window];
  }

  void add(long x, long y) {
    long window = xs.length;
    long scaledX = Math.multiplyExact(x, window);
    long scaledY = Math.multiplyExact(y, window);
    drop(xs[next], ys[next], window);
    xSum = Math.addExact(xSum, x);
    ySum = Math.addExact(ySum, y);
    xSquares.addProduct(scaledX, x);
    ySquares.addProduct(scaledY, y);
    products.addProduct(scaledX, y);
    xs[next] = x;
    ys[next] = y;
    next = next + 1 == xs.length ? 0 : next + 1;
    count++;
  }

  private void drop(long x, long y, long window) {
    xSum = Math.subtractExact(xSum, x);
    ySum = Math.subtractExact(ySum, y);
    xSquares.subtractProduct(x * window, x);
    ySquares.subtractProduct(y * window, y);
    products.subtractProduct(x * window, y);
  }

  boolean isWarm() {
    return count >= xs.length;
  }

  double xSum() {
    return (double) xSum;
  }

  double ySum() {
    return (double) ySum;
  }

  /** {@code n Σ x² - (Σ x)²}, rounded once. */
  double xVariance() {
    return xSquares.lessProduct(xSum, xSum);
  }

  /** {@code n Σ y² - (Σ y)²}, rounded once. */
  double yVariance() {
    return ySquares.lessProduct(ySum, ySum);
  }

  /** {@code n Σ xy - Σ x Σ y}, rounded once. */
  double covariance() {
    return products.lessProduct(xSum, ySum);
  }
}
