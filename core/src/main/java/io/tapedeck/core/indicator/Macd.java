package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Moving average convergence and divergence: the line is the fast exponential mean less the slow
 * one, the signal is the exponential mean of the line from its first defined value on, and the
 * histogram is line less signal; all in the unit of the values.
 *
 * <p>Source: G. Appel, "The Moving Average Convergence-Divergence Trading Method", 1985.
 */
public final class Macd implements Indicator {
  /**
   * Its definition.
   *
   * @param fast window of the fast mean, in values; positive
   * @param slow window of the slow mean, in values; above {@code fast}
   * @param signal window of the signal, in values of the line; positive
   * @param seeding how all three means start
   */
  public record Spec(int fast, int slow, int signal, Seeding seeding) implements IndicatorSpec {
    public Spec {
      Require.that(fast > 0, "fast window must be positive, was %d", fast);
      Require.that(slow > fast, "slow window must be above fast (%d), was %d", fast, slow);
      Require.that(signal > 0, "signal window must be positive, was %d", signal);
      Require.that(seeding != null, "seeding of the means must be given");
    }

    @Override
    public Macd create() {
      return new Macd(this);
    }
  }

  private final ExponentialMean fast;
  private final ExponentialMean slow;
  private final Smoother signal;

  private Macd(Spec spec) {
    fast = new ExponentialMean(spec.fast(), spec.seeding());
    slow = new ExponentialMean(spec.slow(), spec.seeding());
    signal = new Smoother(spec.signal(), spec.seeding(), Smoothing.STANDARD);
  }

  /** Adds a value: a price, in ticks or half ticks. */
  public void add(long value) {
    fast.add(value);
    slow.add(value);
    if (slow.isWarm()) {
      signal.add(line());
    }
  }

  /** Whether the signal is defined. */
  @Override
  public boolean isWarm() {
    return signal.isWarm();
  }

  /** Fast less slow mean; NaN before the slow one is warm. */
  public double line() {
    return fast.value() - slow.value();
  }

  /** The mean of the line; NaN before it is warm. */
  public double signal() {
    return signal.value();
  }

  /** Line less signal; NaN before the signal is warm. */
  public double histogram() {
    return line() - signal();
  }

  @Override
  public List<String> inputs() {
    return List.of("value");
  }

  @Override
  public List<String> outputs() {
    return List.of("line", "signal", "histogram");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row]);
      outputs[0][row] = line();
      outputs[1][row] = signal();
      outputs[2][row] = histogram();
    }
  }
}
