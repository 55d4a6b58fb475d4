package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import java.io.Serializable;

/**
 * Exposure that shrinks as markets grow wilder: wanted targets times {@code min(cap, target /
 * realised)}.
 *
 * @param annualVolatility at which targets are held as wanted, as a share (0.1 is ten per cent);
 *     positive
 * @param window returns in the estimate of the realised volatility; at least 2
 * @param cap largest multiple of a wanted target; positive, at most 1000
 */
public record ExposureScaleSpec(double annualVolatility, int window, double cap)
    implements Serializable {
  public ExposureScaleSpec {
    VolatilityTarget.requireTarget(annualVolatility, cap);
    RealisedVolatility.requireWindow(window);
  }

  /**
   * The scale of one instrument in one run.
   *
   * @param barsPerYear of the bars it will be shown, to annualise by; positive
   */
  public ExposureScale in(Instrument instrument, double barsPerYear) {
    return new ExposureScale(this, instrument, barsPerYear);
  }
}
