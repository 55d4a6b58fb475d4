package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Missing;
import java.util.List;

/**
 * How much more was bought than sold by those who took, in the last n trades: {@code Σ aggressor ×
 * lots / Σ lots}, of sums that are exact; from -1 to 1. A trade whose aggressor is unknown counts
 * for neither side, but in the whole. NaN where there is no volume.
 */
public final class TradeImbalance implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in trades; positive
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of an imbalance must be positive, was %d", window);
    }

    @Override
    public TradeImbalance create() {
      return new TradeImbalance(this);
    }
  }

  private final long[] signed;
  private final long[] sizes;
  private int next;
  private long count;
  private long signedSum;
  private long sum;

  private TradeImbalance(Spec spec) {
    signed = new long[spec.window()];
    sizes = new long[spec.window()];
  }

  /**
   * Adds a trade.
   *
   * @param aggressor +1 a buyer, -1 a seller, 0 neither; {@link Missing#VALUE} where unknown
   * @param lots its size; not negative
   */
  public void add(long aggressor, long lots) {
    long side = Missing.is(aggressor) ? 0 : aggressor;
    Require.that(side >= -1 && side <= 1, "an aggressor must be +1, -1, 0 or missing");
    Require.that(lots >= 0, "an imbalance needs trades with a size");
    sum = Math.addExact(sum - sizes[next], lots);
    signedSum += side * lots - signed[next];
    signed[next] = side * lots;
    sizes[next] = lots;
    next = next + 1 == sizes.length ? 0 : next + 1;
    count++;
  }

  /** Whether n trades were added. */
  @Override
  public boolean isWarm() {
    return count >= sizes.length;
  }

  /** The imbalance; NaN before it is warm and while there is no volume. */
  public double value() {
    return isWarm() && sum > 0 ? (double) signedSum / (double) sum : Double.NaN;
  }

  @Override
  public List<String> inputs() {
    return List.of("aggressor", "lots");
  }

  @Override
  public List<String> outputs() {
    return List.of("imbalance");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row]);
      outputs[0][row] = value();
    }
  }
}
