package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.WideSum;
import java.util.List;

/**
 * The volume-weighted mean price of the last n trades: {@code (double) Σ price × lots / (double) Σ
 * lots}, of sums that are exact; in the unit of the prices. NaN where they have no volume.
 */
public final class RollingVwap implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in trades; positive
   */
  public record Spec(int window) implements IndicatorSpec {
    public Spec {
      Require.that(window > 0, "window of a mean price must be positive, was %d", window);
    }

    @Override
    public RollingVwap create() {
      return new RollingVwap(this);
    }
  }

  private final long[] prices;
  private final long[] sizes;
  private final WideSum turnover = new WideSum();
  private int next;
  private long count;
  private long lots;

  private RollingVwap(Spec spec) {
    prices = new long[spec.window()];
    sizes = new long[spec.window()];
  }

  /**
   * Adds a trade.
   *
   * @param price in the caller's unit
   * @param lots its size; not negative
   */
  public void add(long price, long lots) {
    Require.that(lots >= 0, "a mean price by volume needs trades with a size");
    turnover.subtractProduct(prices[next], sizes[next]);
    turnover.addProduct(price, lots);
    this.lots = Math.addExact(this.lots - sizes[next], lots);
    prices[next] = price;
    sizes[next] = lots;
    next = next + 1 == prices.length ? 0 : next + 1;
    count++;
  }

  /** Whether n trades were added. */
  @Override
  public boolean isWarm() {
    return count >= prices.length;
  }

  /** The mean price; NaN before it is warm and while there is no volume. */
  public double value() {
    return isWarm() && lots > 0 ? turnover.toDouble() / (double) lots : Double.NaN;
  }

  @Override
  public List<String> inputs() {
    return List.of("price", "lots");
  }

  @Override
  public List<String> outputs() {
    return List.of("vwap");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row]);
      outputs[0][row] = value();
    }
  }
}
