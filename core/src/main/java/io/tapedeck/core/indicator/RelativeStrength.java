package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Wilder's relative strength index: {@code 100 × g / (g + l)} from 0 to 100, where g and l are
 * Wilder's means of the rises and of the falls from value to value; 50 where there were neither.
 *
 * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978; there the means start
 * from simple ones.
 */
public final class RelativeStrength implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in changes; positive
   * @param seeding how the means of rises and falls start
   */
  public record Spec(int window, Seeding seeding) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a strength must be positive, was %d", window);
      Require.that(seeding != null, "seeding of a strength must be given");
    }

    @Override
    public RelativeStrength create() {
      return new RelativeStrength(this);
    }
  }

  private final ExponentialMean rises;
  private final ExponentialMean falls;
  private boolean hasPrevious;
  private long previous;

  private RelativeStrength(Spec spec) {
    ExponentialMean.Spec mean =
        new ExponentialMean.Spec(spec.window(), spec.seeding(), Smoothing.WILDER);
    rises = mean.create();
    falls = mean.create();
  }

  /** Adds a value: a price, in ticks or half ticks. */
  public void add(long value) {
    if (hasPrevious) {
      long change = Math.subtractExact(value, previous);
      rises.add(Math.max(change, 0));
      falls.add(Math.negateExact(Math.min(change, 0)));
    }
    previous = value;
    hasPrevious = true;
  }

  /** Whether n changes were added: n + 1 values. */
  @Override
  public boolean isWarm() {
    return rises.isWarm();
  }

  /** The index; NaN before it is warm. */
  public double value() {
    double rise = rises.value();
    double all = rise + falls.value();
    return all == 0 ? 50.0 : 100.0 * rise / all;
  }

  @Override
  public List<String> inputs() {
    return List.of("value");
  }

  @Override
  public List<String> outputs() {
    return List.of("strength");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row]);
      outputs[0][row] = value();
    }
  }
}
