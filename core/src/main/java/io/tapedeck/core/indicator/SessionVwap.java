package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.WideSum;
import java.util.List;

/**
 * The volume-weighted mean price of the trades since the session began: {@code (double) Σ price ×
 * lots / (double) Σ lots}, of sums that are exact; in the unit of the prices.
 */
public final class SessionVwap implements Indicator {
  /** Its definition. */
  public record Spec() implements IndicatorSpec {
    @Override
    public SessionVwap create() {
      return new SessionVwap();
    }
  }

  private final WideSum turnover = new WideSum();
  private long session;
  private long lots;

  private SessionVwap() {}

  /**
   * Adds a trade.
   *
   * @param session names its session, such as by the time it opens; another one than that of the
   *     last trade starts anew
   * @param price in the caller's unit
   * @param lots its size; not negative
   */
  public void add(long session, long price, long lots) {
    Require.that(lots >= 0, "a mean price by volume needs trades with a size");
    if (session != this.session) {
      this.session = session;
      this.lots = 0;
      turnover.clear();
    }
    turnover.addProduct(price, lots);
    this.lots = Math.addExact(this.lots, lots);
  }

  /** Whether the session has volume. */
  @Override
  public boolean isWarm() {
    return lots > 0;
  }

  /** The mean price; NaN while the session has no volume. */
  public double value() {
    return isWarm() ? turnover.toDouble() / (double) lots : Double.NaN;
  }

  @Override
  public List<String> inputs() {
    return List.of("session", "price", "lots");
  }

  @Override
  public List<String> outputs() {
    return List.of("vwap");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row], inputs[2][row]);
      outputs[0][row] = value();
    }
  }
}
