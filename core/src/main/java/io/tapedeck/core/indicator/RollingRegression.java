package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * The least-squares line {@code y = intercept + slope × x} through the last n pairs.
 *
 * <p>With {@code Cxy = n Σ xy - Σ x Σ y}, exact and rounded once, and Cxx, Cyy likewise: {@code
 * slope = Cxy / Cxx}, {@code intercept = (Σ y - slope × Σ x) / n}, {@code r² = Cxy² / (Cxx Cyy)}.
 * All are NaN where every x is the same, and r² where every y is. For a trend in time, let x count
 * the rows. Values must be within {@code ±2^63 / n}.
 */
public final class RollingRegression implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in pairs; at least 2
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window >= 2, "window of a regression must be at least 2, was %d", window);
    }

    @Override
    public RollingRegression create() {
      return new RollingRegression(this);
    }
  }

  private final PairMoments moments;
  private final double window;

  private RollingRegression(Spec spec) {
    moments = new PairMoments(spec.window());
    window = spec.window();
  }

  /** Adds a pair, each in a unit of its own. */
  public void add(long x, long y) {
    moments.add(x, y);
  }

  /** Whether the window is full. */
  @Override
  public boolean isWarm() {
    return moments.isWarm();
  }

  /** Units of y per unit of x; NaN before it is warm. */
  public double slope() {
    return isWarm() ? moments.covariance() / spread(moments.xVariance()) : Double.NaN;
  }

  /** The line at an x of 0, in units of y; NaN before it is warm. */
  public double intercept() {
    return (moments.ySum() - slope() * moments.xSum()) / window;
  }

  /** The share of the variance of y that the line explains, from 0 to 1; NaN before it is warm. */
  public double rSquared() {
    if (!isWarm()) {
      return Double.NaN;
    }
    double covariance = moments.covariance();
    double spread = spread(moments.xVariance()) * spread(moments.yVariance());
    return Math.min(1.0, covariance * covariance / spread);
  }

  /** A variance to divide by. */
  private static double spread(double variance) {
    return variance == 0 ? Double.NaN : variance;
  }

  @Override
  public List<String> inputs() {
    return List.of("x", "y");
  }

  @Override
  public List<String> outputs() {
    return List.of("slope", "intercept", "rSquared");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row]);
      outputs[0][row] = slope();
      outputs[1][row] = intercept();
      outputs[2][row] = rSquared();
    }
  }
}
