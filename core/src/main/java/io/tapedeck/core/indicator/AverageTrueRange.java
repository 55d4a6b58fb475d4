package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Wilder's mean of the true range {@code max(high, close before) - min(low, close before)}, in the
 * unit of the prices; that of the first bar is high less low.
 *
 * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978; there the mean starts
 * from a simple one.
 */
public final class AverageTrueRange implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in bars; positive
   * @param seeding how the mean starts
   */
  public record Spec(int window, Seeding seeding) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a range must be positive, was %d", window);
      Require.that(seeding != null, "seeding of a range must be given");
    }

    @Override
    public AverageTrueRange create() {
      return new AverageTrueRange(this);
    }
  }

  private final ExponentialMean mean;
  private boolean hasClose;
  private long closeBefore;

  private AverageTrueRange(Spec spec) {
    mean = new ExponentialMean.Spec(spec.window(), spec.seeding(), Smoothing.WILDER).create();
  }

  /** Adds a bar; its prices in one unit. */
  public void add(long high, long low, long close) {
    long range = TrueRange.of(high, low);
    mean.add(hasClose ? TrueRange.of(high, low, closeBefore) : range);
    closeBefore = close;
    hasClose = true;
  }

  /** Whether n bars were added. */
  @Override
  public boolean isWarm() {
    return mean.isWarm();
  }

  /** The mean range; NaN before it is warm. */
  public double value() {
    return mean.value();
  }

  @Override
  public List<String> inputs() {
    return List.of("high", "low", "close");
  }

  @Override
  public List<String> outputs() {
    return List.of("range");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row], inputs[2][row]);
      outputs[0][row] = value();
    }
  }
}
