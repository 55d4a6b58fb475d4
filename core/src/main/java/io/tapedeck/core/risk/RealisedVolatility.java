package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;

/**
 * Annualised sample deviation of the last n simple returns of closes: {@code √(Σ(r - mean)² / (n -
 * 1) × bars per year)}, summed from the oldest to the newest each time it is asked.
 */
final class RealisedVolatility {
  private final double[] returns;
  private final double barsPerYear;
  private long previousClose;
  private int next;
  private long count;

  RealisedVolatility(int window, double barsPerYear) {
    requireWindow(window);
    Require.that(
        barsPerYear > 0 && Double.isFinite(barsPerYear),
        "barsPerYear must be positive, was %s",
        barsPerYear);
    returns = new double[window];
    this.barsPerYear = barsPerYear;
  }

  static void requireWindow(int window) {
    Require.that(window >= 2, "window of a volatility must be at least 2 returns, was %d", window);
  }

  /** A close in ticks; positive. */
  void add(long closeTicks) {
    Require.that(closeTicks > 0, "a close must be positive to have a return");
    if (previousClose > 0) {
      returns[next] = (double) closeTicks / previousClose - 1.0;
      next = next + 1 == returns.length ? 0 : next + 1;
      count++;
    }
    previousClose = closeTicks;
  }

  boolean isWarm() {
    return count >= returns.length;
  }

  /** As a share: 0.2 is twenty per cent a year; meaningful once it is warm. */
  double value() {
    double mean = 0;
    for (int i = 0; i < returns.length; i++) {
      mean += returns[(next + i) % returns.length];
    }
    mean /= returns.length;
    double squares = 0;
    for (int i = 0; i < returns.length; i++) {
      double deviation = returns[(next + i) % returns.length] - mean;
      squares += deviation * deviation;
    }
    return Math.sqrt(squares / (returns.length - 1) * barsPerYear);
  }

  /** {@code ⌊min(most, target / volatility)⌋} in 1e-8: how much to hold to be this volatile. */
  long scaleE8(double target, double most) {
    double volatility = value();
    double scale = volatility > 0 ? Math.min(most, target / volatility) : most;
    return (long) (scale * Share.WHOLE_E8);
  }
}
