package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * How many population deviations the last value lies above the mean of the last n, itself among
 * them: {@code (n x - Σ x) / √(n Σ x² - (Σ x)²)}, of sums that are exact; 0 where all n are equal.
 *
 * <p>Dimensionless. Values must be within {@code ±2^63 / n}.
 */
public final class ZScore implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in values; at least 2
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window >= 2, "window of a z-score must be at least 2, was %d", window);
    }

    @Override
    public ZScore create() {
      return new ZScore(this);
    }
  }

  private final WindowMoments moments;
  private long last;

  private ZScore(Spec spec) {
    moments = new WindowMoments(spec.window());
  }

  /** Adds a value. */
  public void add(long value) {
    moments.add(value);
    last = value;
  }

  /** Whether the window is full. */
  @Override
  public boolean isWarm() {
    return moments.isWarm();
  }

  /** The score; NaN before it is warm. */
  public double value() {
    if (!isWarm()) {
      return Double.NaN;
    }
    double variance = moments.scaledVariance();
    return variance == 0 ? 0.0 : (double) moments.scaledDistance(last) / StrictMath.sqrt(variance);
  }

  @Override
  public List<String> inputs() {
    return List.of("value");
  }

  @Override
  public List<String> outputs() {
    return List.of("score");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row]);
      outputs[0][row] = value();
    }
  }
}
