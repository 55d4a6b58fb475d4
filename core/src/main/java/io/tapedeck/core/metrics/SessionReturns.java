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

  static SessionReturns of(double... returns) {
    return new SessionReturns(returns.clone());
  }

  int count() {
    return returns.length;
  }

  double at(int session) {
    return returns[session];
  }

  double[] toArray() {
    return returns.clone();
  }

  /** The returns of {@code length} sessions, from this one on. */
  SessionReturns window(int from, int length) {
    return new SessionReturns(Arrays.copyOfRange(returns, from, from + length));
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

  /**
   * A quantile between the returns: at {@code h = (n - 1) p} of the sorted returns, counted from 0,
   * and linear in between. Definition 7 of Hyndman and Fan; that of a mirrored sample is mirrored.
   *
   * @param percent p in percent; from 0 to 100
   */
  double percentile(int percent) {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    long hundredths = (long) (sorted.length - 1) * percent;
    int below = (int) (hundredths / 100);
    int above = Math.min(below + 1, sorted.length - 1);
    double share = (double) (hundredths % 100) / 100.0;
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }

  /** {@code Σ max(r, 0) / Σ max(-r, 0)}; NaN without a loss. */
  double omega() {
    double gains = 0;
    double losses = 0;
    for (double value : returns) {
      gains += Math.max(value, 0);
      losses += Math.max(-value, 0);
    }
    return Quotient.of(gains, losses);
  }

  /** The Sharpe ratio, annualised; NaN without a deviation or with fewer than two returns. */
  double sharpe(int sessionsPerYear) {
    return areEnough()
        ? Quotient.of(mean(), deviation()) * StrictMath.sqrt(sessionsPerYear)
        : Double.NaN;
  }

  /** The mean of {@code (r - mean)^power}, n in the denominator. */
  double centralMoment(int power) {
    double mean = mean();
    double sum = 0;
    for (double value : returns) {
      double product = 1;
      for (int i = 0; i < power; i++) {
        product *= value - mean;
      }
      sum += product;
    }
    return sum / returns.length;
  }

  /** The position of the smallest return, the first of equal ones; there must be one. */
  int worst() {
    int worst = 0;
    for (int i = 1; i < returns.length; i++) {
      worst = returns[i] < returns[worst] ? i : worst;
    }
    return worst;
  }

  /** The position of the largest return, the first of equal ones; there must be one. */
  int best() {
    int best = 0;
    for (int i = 1; i < returns.length; i++) {
      best = returns[i] > returns[best] ? i : best;
    }
    return best;
  }

  /** Whether every return is exactly the same. */
  boolean areAllTheSame() {
    for (double value : returns) {
      if (value != returns[0]) {
        return false;
      }
    }
    return true;
  }
}
