package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Donchian's channel: the highest high and the lowest low of the last n bars, the latest among
 * them, and half their sum; in the unit of the prices.
 */
public final class DonchianChannel implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in bars; positive
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a channel must be positive, was %d", window);
    }

    @Override
    public DonchianChannel create() {
      return new DonchianChannel(this);
    }
  }

  private final WindowMaximum highest;
  private final WindowMaximum lowest; // of the negated lows

  private DonchianChannel(Spec spec) {
    highest = new WindowMaximum(spec.window());
    lowest = new WindowMaximum(spec.window());
  }

  /** Adds a bar; its prices in one unit. */
  public void add(long high, long low) {
    Require.that(high >= low, "the high of a bar must not be below its low");
    highest.add(high);
    lowest.add(Math.negateExact(low));
  }

  /** Whether n bars were added. */
  @Override
  public boolean isWarm() {
    return highest.isWarm();
  }

  /** The highest high; NaN before it is warm. */
  public double upper() {
    return isWarm() ? (double) highest.value() : Double.NaN;
  }

  /** The lowest low; NaN before it is warm. */
  public double lower() {
    return isWarm() ? (double) -lowest.value() : Double.NaN;
  }

  /** {@code (upper + lower) / 2}; NaN before it is warm. */
  public double middle() {
    return (upper() + lower()) / 2.0;
  }

  @Override
  public List<String> inputs() {
    return List.of("high", "low");
  }

  @Override
  public List<String> outputs() {
    return List.of("upper", "middle", "lower");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row]);
      outputs[0][row] = upper();
      outputs[1][row] = middle();
      outputs[2][row] = lower();
    }
  }
}
