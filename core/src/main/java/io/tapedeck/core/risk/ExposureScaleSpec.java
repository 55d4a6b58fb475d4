package io.tapedeck.core.risk;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
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
@Model("Targets shrink as markets grow wilder.")
public record ExposureScaleSpec(
    @Setting(value = "at which targets are held as wanted: 0.1 is 10 %", range = "above 0")
        double annualVolatility,
    @Setting(value = "returns in the estimate", unit = "bars", range = "at least 2") int window,
    @Setting(
            value = "largest multiple of a wanted target",
            range = "above 0, at most 1000",
            standard = "1")
        double cap)
    implements Serializable {
  public ExposureScaleSpec {
    VolatilityTarget.requireTarget(annualVolatility, cap);
    VolatilityScale.requireWindow(window);
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
