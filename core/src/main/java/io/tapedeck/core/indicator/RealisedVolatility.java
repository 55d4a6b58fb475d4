package io.tapedeck.core.indicator;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * The volatility of the last n returns of a price: {@code √(periods per year × variance)}.
 *
 * <p>The variance is summed anew over the window for each value, from the oldest return on, so it
 * does not depend on how the window was reached; a value costs time proportional to n.
 */
public final class RealisedVolatility implements Indicator {
  /**
   * Its definition.
   *
   * @param window n, in returns; at least 2
   * @param returns what a return is
   * @param centring what the variance is taken about
   * @param periodsPerYear annualises: returns in a year, or 1 for the volatility of one return;
   *     positive
   */
  public record Spec(int window, ReturnKind returns, Centring centring, double periodsPerYear)
      implements IndicatorSpec {
    public Spec {
      Require.that(window >= 2, "window of a volatility must be at least 2, was %d", window);
      Require.that(returns != null, "kind of returns must be given");
      Require.that(centring != null, "centring of a volatility must be given");
      Require.that(
          periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY,
          "periods per year must be positive, were %s",
          periodsPerYear);
    }

    @Override
    public RealisedVolatility create() {
      return new RealisedVolatility(this);
    }
  }

  private final Spec spec;
  private final DoubleWindow returns;
  private long previous; // 0 before the first price

  private RealisedVolatility(Spec spec) {
    this.spec = spec;
    returns = new DoubleWindow(spec.window());
  }

  /**
   * Adds a price.
   *
   * @param price in ticks or half ticks; positive
   */
  public void add(long price) {
    Require.that(price > 0, "a return needs positive prices");
    if (previous > 0) {
      returns.add(spec.returns().of(previous, price));
    }
    previous = price;
  }

  /** Whether n returns were added: n + 1 prices. */
  @Override
  public boolean isWarm() {
    return returns.isWarm();
  }

  /** The volatility, as a fraction; NaN before it is warm. */
  public double value() {
    return isWarm() ? StrictMath.sqrt(spec.periodsPerYear() * variance()) : Double.NaN;
  }

  private double variance() {
    return spec.centring() == Centring.ZERO
        ? returns.squaresAbout(0) / spec.window()
        : returns.squaresAbout(returns.mean()) / (spec.window() - 1);
  }

  @Override
  public List<String> inputs() {
    return List.of("price");
  }

  @Override
  public List<String> outputs() {
    return List.of("volatility");
  }

  @Override
  public void column(long[][] inputs, int from, int to, double[][] outputs) {
    for (int row = from; row < to; row++) {
      add(inputs[0][row]);
      outputs[0][row] = value();
    }
  }
}
