package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.util.Arrays;
import java.util.List;

/**
 * Returns from one session close to the next, the first from the start; sums run in session order.
 *
 * <p>{@code r_i = E_i / E_(i-1) - 1}, where {@code E_0} is the start. An equity that is not
 * positive has no return after it: then there are no returns at all, and every figure made from
 * them is NaN.
 */
final class SessionReturns {
  private static final int FEWEST = 2;

  private final double[] returns;

  private SessionReturns(double[] returns) {
    this.returns = returns;
  }

  static SessionReturns of(long startEquity, List<DailyEquity> daily) {
    double[] returns = new double[daily.size()];
    long previous = startEquity;
    for (int i = 0; i < returns.length; i++) {
      if (previous <= 0) {
        return new SessionReturns(new double[0]);
      }
      long equity = daily.get(i).equity();
      returns[i] = (double) equity / (double) previous - 1.0;
      previous = equity;
    }
    return new SessionReturns(returns);
  }

  /** Whether there are enough returns to speak of their distribution: two. */
  boolean areEnough() {
    return returns.length >= FEWEST;
  }

  /** The arithmetic mean. */
  double mean() {
    double sum = 0;
    for (double value : returns) {
      sum += value;
    }
    return sum / returns.length;
  }

  /** The sample deviation, n - 1 in the denominator; exactly zero if all returns are the same. */
  double deviation() {
    if (areAllTheSame()) {
      return 0;
    }
    double mean = mean();
    double squares = 0;
    for (double value : returns) {
      squares += (value - mean) * (value - mean);
    }
    return StrictMath.sqrt(squares / (returns.length - 1));
  }

  /** The deviation below zero: {@code √(Σ min(r, 0)² / n)}, over all n returns. */
  double downsideDeviation() {
    double squares = 0;
    for (double value : returns) {
      double below = Math.min(value, 0);
      squares += below * below;
    }
    return StrictMath.sqrt(squares / returns.length);
  }

  /** The k-th smallest return, {@code k = ⌈n / 20⌉}: the 5 % quantile. */
  double quantile05() {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    return sorted[(sorted.length + 19) / 20 - 1];
  }

  /** The mean of the returns that are not above the 5 % quantile. */
  double tailMean05() {
    double quantile = quantile05();
    double sum = 0;
    int count = 0;
    for (double value : returns) {
      if (value <= quantile) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private boolean areAllTheSame() {
    for (double value : returns) {
      if (value != returns[0]) {
        return false;
      }
    }
    return true;
  }
}
