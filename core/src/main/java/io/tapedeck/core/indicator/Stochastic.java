package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Lane's stochastic oscillator, each output from 0 to 100.
 *
 * <p>Fast %K is {@code 100 × (close - lowest low) / (highest high - lowest low)} over the last n
 * bars, 50 where they have no range; slow %K is the simple mean of the last fast ones, %D that of
 * the last slow ones, both summed from the oldest on. With a slowing of 1 the slow %K is the fast
 * one, and %D that of the fast oscillator.
 *
 * <p>Source: G. C. Lane, "Lane's Stochastics", Technical Analysis of Stocks & Commodities, 1984.
 */
public final class Stochastic implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in bars; positive
   * @param slowing fast values in a slow %K; positive
   * @param signal slow values in a %D; positive
   */
  public record Spec(int window, int slowing, int signal) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a stochastic must be positive, was %d", window);
      Require.that(slowing > 0, "slowing of a stochastic must be positive, was %d", slowing);
      Require.that(signal > 0, "signal of a stochastic must be positive, was %d", signal);
    }

    @Override
    public Stochastic create() {
      return new Stochastic(this);
    }
  }

  private final WindowMaximum highest;
  private final WindowMaximum lowest; // of the negated lows
  private final DoubleWindow slow;
  private final DoubleWindow signal;
  private double fastK = Double.NaN;
  private double slowK = Double.NaN;
  private double percentD = Double.NaN;

  private Stochastic(Spec spec) {
    highest = new WindowMaximum(spec.window());
    lowest = new WindowMaximum(spec.window());
    slow = new DoubleWindow(spec.slowing());
    signal = new DoubleWindow(spec.signal());
  }

  /** Adds a bar; its prices in one unit. */
  public void add(long high, long low, long close) {
    Require.that(high >= low, "the high of a bar must not be below its low");
    highest.add(high);
    lowest.add(Math.negateExact(low));
    if (!highest.isWarm()) {
      return;
    }
    fastK = place(close);
    slow.add(fastK);
    slowK = slow.mean();
    if (slow.isWarm()) {
      signal.add(slowK);
      percentD = signal.mean();
    }
  }

  private double place(long close) {
    long low = -lowest.value();
    long range = Math.subtractExact(highest.value(), low);
    return range == 0 ? 50.0 : 100.0 * (double) Math.subtractExact(close, low) / (double) range;
  }

  /** Whether %D is defined. */
  @Override
  public boolean isWarm() {
    return signal.isWarm();
  }

  /** Fast %K; NaN before n bars. */
  public double fastK() {
    return fastK;
  }

  /** Slow %K; NaN before it has its fast values. */
  public double slowK() {
    return slowK;
  }

  /** %D; NaN before it has its slow values. */
  public double percentD() {
    return percentD;
  }

  @Override
  public List<String> inputs() {
    return List.of("high", "low", "close");
  }

  @Override
  public List<String> outputs() {
    return List.of("fastK", "slowK", "percentD");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row], inputs[2][row]);
      outputs[0][row] = fastK;
      outputs[1][row] = slowK;
      outputs[2][row] = percentD;
    }
  }
}
