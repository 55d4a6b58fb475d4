package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * The exponential mean of window n: {@code m += α × (x - m)} with {@code α = 2 / (n + 1)}, or
 * {@code 1 / n} as Wilder's.
 *
 * <p>Values are whole numbers (ticks of trades, doubled ticks of mids); the mean is in their unit.
 * It depends on every value since the first, in order. Allocates nothing after construction.
 */
public final class ExponentialMean implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in values; positive
   * @param seeding how it starts
   * @param smoothing what α is
   */
  public record Spec(int window, Seeding seeding, Smoothing smoothing) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a mean must be positive, was %d", window);
      Require.that(seeding != null, "seeding of a mean must be given");
      Require.that(smoothing != null, "smoothing of a mean must be given");
    }

    @Override
    public ExponentialMean create() {
      return new ExponentialMean(this);
    }
  }

  private final int window;
  private final double alpha;
  private final Seeding seeding;
  private long count;
  private long seedSum;
  private double mean;

  /**
   * An empty mean with {@code α = 2 / (n + 1)}.
   *
   * @param window n, in values; positive
   */
  public ExponentialMean(int window, Seeding seeding) {
    this(new Spec(window, seeding, Smoothing.STANDARD));
  }

  private ExponentialMean(Spec spec) {
    this.window = spec.window();
    this.alpha = spec.smoothing().alpha(window);
    this.seeding = spec.seeding();
  }

  /**
   * Adds a value.
   *
   * @throws ArithmeticException if the sum of the seed leaves 64 bits
   */
  public void add(long value) {
    count++;
    if (seeding == Seeding.SMA && count <= window) {
      seedSum = Math.addExact(seedSum, value);
      mean = (double) seedSum * (1.0 / window); // the simple mean once count is n
    } else if (count == 1) {
      mean = (double) value;
    } else {
      mean += alpha * ((double) value - mean);
    }
  }

  /** Whether n values were added. */
  @Override
  public boolean isWarm() {
    return count >= window;
  }

  /** The mean; NaN before it is warm. */
  public double value() {
    return isWarm() ? mean : Double.NaN;
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
