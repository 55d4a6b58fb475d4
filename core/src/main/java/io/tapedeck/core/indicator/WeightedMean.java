package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * The mean of the last n values with linear weights, the newest n and the oldest 1: {@code (double)
 * Σ weight × value / (n × (n + 1) / 2)}.
 *
 * <p>Values are whole numbers and so is the weighted sum, exactly; the mean is in their unit.
 */
public final class WeightedMean implements Indicator {
  private static final int LARGEST_WINDOW = 100_000_000; // its weights still sum exactly

  /**
   * Its definition.
   *
   * @param window n, in values; from 1 to 10^8
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(
          window > 0 && window <= LARGEST_WINDOW,
          "window of a weighted mean must be from 1 to %d, was %d",
          LARGEST_WINDOW,
          window);
    }

    @Override
    public WeightedMean create() {
      return new WeightedMean(this);
    }
  }

  private final long[] values;
  private final double weights;
  private int next;
  private long count;
  private long sum;
  private long weighted;

  private WeightedMean(Spec spec) {
    long window = spec.window();
    values = new long[spec.window()];
    long sumOfWeights = window * (window + 1) / 2;
    weights = (double) sumOfWeights;
  }

  /**
   * Adds a value; every other one loses a weight of one.
   *
   * @throws ArithmeticException if the weighted sum leaves 64 bits
   */
  public void add(long value) {
    long entering = Math.multiplyExact(value, (long) values.length);
    weighted = Math.addExact(weighted, Math.subtractExact(entering, sum));
    sum = Math.addExact(sum, Math.subtractExact(value, values[next]));
    values[next] = value;
    next = next + 1 == values.length ? 0 : next + 1;
    count++;
  }

  /** Whether the window is full. */
  @Override
  public boolean isWarm() {
    return count >= values.length;
  }

  /** The mean; NaN before it is warm. */
  public double value() {
    return isWarm() ? (double) weighted / weights : Double.NaN;
  }

  @Override
  public List<String> inputs() {
    return List.of("value");
  }

  @Override
  public List<String> outputs() {
    return List.of("mean");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row]);
      outputs[0][row] = value();
    }
  }
}
