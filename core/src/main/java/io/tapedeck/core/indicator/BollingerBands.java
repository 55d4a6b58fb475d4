package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * The simple mean of the last n values, and k population deviations above and below it.
 *
 * <p>The deviation is {@code √(n Σ x² - (Σ x)²) / n}, of sums that are exact; the mean has the bits
 * of {@link SimpleMean}. Values must be within {@code ±2^63 / n}.
 *
 * <p>Source: J. Bollinger, "Bollinger on Bollinger Bands", 2001.
 */
public final class BollingerBands implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in values; positive
   * @param deviations k, half the width of the bands, in deviations; positive
   */
  public record Spec(int window, double deviations) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of bands must be positive, was %d", window);
      Require.that(
          deviations > 0 && deviations < Double.POSITIVE_INFINITY,
          "deviations of bands must be positive, were %s",
          deviations);
    }

    @Override
    public BollingerBands create() {
      return new BollingerBands(this);
    }
  }

  private final WindowMoments moments;
  private final double deviations;

  private BollingerBands(Spec spec) {
    moments = new WindowMoments(spec.window());
    deviations = spec.deviations();
  }

  /** Adds a value: a price, in ticks or half ticks. */
  public void add(long value) {
    moments.add(value);
  }

  /** Whether the window is full. */
  @Override
  public boolean isWarm() {
    return moments.isWarm();
  }

  /** The mean; NaN before it is warm. */
  public double middle() {
    return isWarm() ? moments.mean() : Double.NaN;
  }

  /** The population deviation, in the unit of the values; NaN before it is warm. */
  public double deviation() {
    return isWarm()
        ? StrictMath.sqrt(moments.scaledVariance()) / (double) moments.window()
        : Double.NaN;
  }

  /** {@code mean + k × deviation}; NaN before it is warm. */
  public double upper() {
    return middle() + deviations * deviation();
  }

  /** {@code mean - k × deviation}; NaN before it is warm. */
  public double lower() {
    return middle() - deviations * deviation();
  }

  @Override
  public List<String> inputs() {
    return List.of("value");
  }

  @Override
  public List<String> outputs() {
    return List.of("middle", "upper", "lower");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row]);
      double middle = middle();
      double half = deviations * deviation();
      outputs[0][row] = middle;
      outputs[1][row] = middle + half;
      outputs[2][row] = middle - half;
    }
  }
}
