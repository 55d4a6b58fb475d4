package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Wilder's directional movement: +DI, -DI and their average index ADX, each from 0 to 100.
 *
 * <p>From the second bar on, a rise of the high that is positive and above the fall of the low is
 * plus movement, a fall of the low that is positive and above the rise of the high is minus
 * movement. {@code ±DI = 100 × mean(±movement) / mean(true range)}, {@code DX = 100 × |+DI - -DI| /
 * (+DI + -DI)} and ADX is the mean of DX; all means are Wilder's of window n, from a simple one.
 * What would divide by zero is 0: a market that does not move has no direction.
 *
 * <p>Source: J. W. Wilder, "New Concepts in Technical Trading Systems", 1978.
 */
public final class DirectionalMovement implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in bars; positive
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a movement must be positive, was %d", window);
    }

    @Override
    public DirectionalMovement create() {
      return new DirectionalMovement(this);
    }
  }

  private final ExponentialMean range;
  private final ExponentialMean plus;
  private final ExponentialMean minus;
  private final Smoother index;
  private boolean hasBar;
  private long highBefore;
  private long lowBefore;
  private long closeBefore;

  private DirectionalMovement(Spec spec) {
    ExponentialMean.Spec mean =
        new ExponentialMean.Spec(spec.window(), Seeding.SMA, Smoothing.WILDER);
    range = mean.create();
    plus = mean.create();
    minus = mean.create();
    index = new Smoother(spec.window(), Seeding.SMA, Smoothing.WILDER);
  }

  /** Adds a bar; its prices in one unit. */
  public void add(long high, long low, long close) {
    Require.that(high >= low, "the high of a bar must not be below its low");
    if (hasBar) {
      move(high, low);
    }
    highBefore = high;
    lowBefore = low;
    closeBefore = close;
    hasBar = true;
  }

  private void move(long high, long low) {
    long up = Math.subtractExact(high, highBefore);
    long down = Math.subtractExact(lowBefore, low);
    plus.add(up > down && up > 0 ? up : 0);
    minus.add(down > up && down > 0 ? down : 0);
    range.add(TrueRange.of(high, low, closeBefore));
    if (range.isWarm()) {
      index.add(directionalIndex());
    }
  }

  /** Whether ADX is defined: after 2 n bars. */
  @Override
  public boolean isWarm() {
    return index.isWarm();
  }

  /** +DI; NaN before n + 1 bars. */
  public double plus() {
    return share(plus.value());
  }

  /** -DI; NaN before n + 1 bars. */
  public double minus() {
    return share(minus.value());
  }

  /** DX; NaN before n + 1 bars. */
  public double directionalIndex() {
    double sum = plus() + minus();
    return sum == 0 ? 0.0 : 100.0 * Math.abs(plus() - minus()) / sum;
  }

  /** ADX; NaN before 2 n bars. */
  public double index() {
    return index.value();
  }

  private double share(double movement) {
    return range.value() == 0 ? 0.0 : 100.0 * movement / range.value();
  }

  @Override
  public List<String> inputs() {
    return List.of("high", "low", "close");
  }

  @Override
  public List<String> outputs() {
    return List.of("plus", "minus", "index");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row], inputs[2][row]);
      outputs[0][row] = plus();
      outputs[1][row] = minus();
      outputs[2][row] = index();
    }
  }
}
