package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * The arithmetic mean of the last n values: {@code (double) Σ values × (1.0 / n)}.
 *
 * <p>Values are whole numbers (ticks of trades, doubled ticks of mids) and so is their sum,
 * exactly; the value is this one expression of it, in the unit of what is added, and does not
 * depend on how the window was reached. Allocates nothing after construction.
 */
public final class SimpleMean implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in values; positive
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a mean must be positive, was %d", window);
    }

    @Override
    public SimpleMean create() {
      return new SimpleMean(this);
    }
  }

  private final long[] values;
  private final double share;
  private int next;
  private long count;
  private long sum;

  /**
   * An empty mean.
   *
   * @param window n, in values; positive
   */
  public SimpleMean(int window) {
    this(new Spec(window));
  }

  private SimpleMean(Spec spec) {
    values = new long[spec.window()];
    share = 1.0 / spec.window();
  }

  /**
   * Adds a value and drops the one that leaves the window.
   *
   * @throws ArithmeticException if the sum leaves 64 bits
   */
  public void add(long value) {
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
    return isWarm() ? (double) sum * share : Double.NaN;
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
