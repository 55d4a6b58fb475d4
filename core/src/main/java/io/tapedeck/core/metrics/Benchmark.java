package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import java.util.Arrays;

/**
 * Returns of something else over the sessions of a run, one a session and dimensionless: what the
 * run is compared with.
 */
public final class Benchmark {
  /** Nothing to compare with. */
  public static final Benchmark NONE = new Benchmark(new double[0]);

  private final double[] returns;

  private Benchmark(double[] returns) {
    this.returns = returns;
  }

  /**
   * A benchmark with these returns.
   *
   * @param returns one for each session of the run, in order; finite
   */
  public static Benchmark ofReturns(double... returns) {
    for (double value : returns) {
      Require.that(
          Double.isFinite(value), "a benchmark's returns must be finite, one was %s", value);
    }
    return new Benchmark(returns.clone());
  }

  /**
   * A benchmark that is bought at the start and held: {@code r_i = c_i / c_(i-1) - 1}, with {@code
   * c_0} the start. A session without a price of its own has the close before it.
   *
   * @param start price, or value, before the first session, in any unit; positive
   * @param closes the same at each session close of the run, in order; positive
   */
  public static Benchmark ofCloses(long start, long... closes) {
    double[] returns = new double[closes.length];
    long previous = start;
    for (int i = 0; i < closes.length; i++) {
      Require.that(
          previous > 0 && closes[i] > 0,
          "a benchmark's prices must be positive, were %d and then %d",
          previous,
          closes[i]);
      returns[i] = (double) closes[i] / (double) previous - 1.0;
      previous = closes[i];
    }
    return new Benchmark(returns);
  }

  /** Whether there is something to compare with. */
  public boolean isGiven() {
    return returns.length > 0;
  }

  /** The number of sessions with a return. */
  public int sessions() {
    return returns.length;
  }

  SessionReturns returns() {
    return SessionReturns.of(returns);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Benchmark that && Arrays.equals(returns, that.returns);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(returns);
  }

  @Override
  public String toString() {
    return "Benchmark of " + returns.length + " sessions";
  }
}
