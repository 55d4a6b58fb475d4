package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Missing;
import java.util.List;

/**
 * How much larger the bid is than the offer: {@code (bid lots - ask lots) / (bid lots + ask lots)}
 * of the last quote, from -1 to 1. NaN where a size is missing or both are zero.
 *
 * <p>Source: Á. Cartea, S. Jaimungal, J. Penalva, "Algorithmic and High-Frequency Trading", 2015.
 */
public final class QuoteImbalance implements Indicator {
  /** Its definition. */
  public record Spec() implements IndicatorSpec {
    @Override
    public QuoteImbalance create() {
      return new QuoteImbalance();
    }
  }

  private double value = Double.NaN;

  private QuoteImbalance() {}

  /**
   * Adds a quote.
   *
   * @param bidLots size at the bid; not negative, or {@link Missing#VALUE}
   * @param askLots size at the offer; likewise
   */
  public void add(long bidLots, long askLots) {
    if (Missing.is(bidLots) || Missing.is(askLots)) {
      value = Double.NaN;
      return;
    }
    Require.that(bidLots >= 0 && askLots >= 0, "sizes of a quote must not be negative");
    long sum = Math.addExact(bidLots, askLots);
    value = sum == 0 ? Double.NaN : (double) (bidLots - askLots) / (double) sum;
  }

  /** Whether the last quote has sizes. */
  @Override
  public boolean isWarm() {
    return !Double.isNaN(value);
  }

  /** The imbalance; NaN where it is not defined. */
  public double value() {
    return value;
  }

  @Override
  public List<String> inputs() {
    return List.of("bidLots", "askLots");
  }

  @Override
  public List<String> outputs() {
    return List.of("imbalance");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row], inputs[1][row]);
      outputs[0][row] = value;
    }
  }
}
