package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.indicator.Centring;
import io.tapedeck.core.indicator.RealisedVolatility;
import io.tapedeck.core.indicator.ReturnKind;

/**
 * How much to hold to be as volatile as wanted, by the {@link RealisedVolatility} of simple returns
 * of closes about their mean. Allocates nothing after construction.
 */
final class VolatilityScale {
  private final RealisedVolatility volatility;

  VolatilityScale(int window, double barsPerYear) {
    requireWindow(window);
    volatility =
        new RealisedVolatility.Spec(window, ReturnKind.SIMPLE, Centring.MEAN, barsPerYear).create();
  }

  static void requireWindow(int window) {
    Require.that(window >= 2, "window of a volatility must be at least 2 returns, was %d", window);
  }

  /** A close in ticks; positive. */
  void add(long closeTicks) {
    volatility.add(closeTicks);
  }

  boolean isWarm() {
    return volatility.isWarm();
  }

  /** {@code ⌊min(most, target / volatility)⌋} in 1e-8; meaningful once it is warm. */
  long scaleE8(double target, double most) {
    double realised = volatility.value();
    double scale = realised > 0 ? Math.min(most, target / realised) : most;
    return (long) (scale * Share.WHOLE_E8);
  }
}
