package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Pearson's correlation of the last n pairs, from -1 to 1: {@code Cxy / (√Cxx √Cyy)} with {@code
 * Cxy = n Σ xy - Σ x Σ y}, exact and rounded once, and Cxx, Cyy likewise. NaN where every x or
 * every y is the same. Values must be within {@code ±2^63 / n}.
 */
public final class RollingCorrelation implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in pairs; at least 2
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window >= 2, "window of a correlation must be at least 2, was %d", window);
    }

    @Override
    public RollingCorrelation create() {
      return new RollingCorrelation(this);
    }
  }

  private final PairMoments moments;

  private RollingCorrelation(Spec spec) {
    moments = new PairMoments(spec.window());
  }

  /** Adds a pair, each in a unit of its own: prices, or changes of prices. */
  public void add(long x, long y) {
    moments.add(x, y);
  }

  /** Whether the window is full. */
  @Override
  public boolean isWarm() {
    return moments.isWarm();
  }

  /** The correlation; NaN before it is warm and where one side does not vary. */
  public double value() {
    if (!isWarm()) {
      return Double.NaN;
    }
    double deviations = StrictMath.sqrt(moments.xVariance()) * StrictMath.sqrt(moments.yVariance());
    return deviations == 0
        ? Double.NaN
        : Math.max(-1.0, Math.min(1.0, moments.covariance() / deviations));
  }

  @Override
  public List<String> inputs() {
    return List.of("x", "y");
  }

  @Override
  public List<String> outputs() {
    return List.of("correlation");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row]);
      outputs[0][row] = value();
    }
  }
}
