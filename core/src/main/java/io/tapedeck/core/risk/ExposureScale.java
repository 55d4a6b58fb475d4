package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;

/**
 * Multiplies wanted targets of one instrument by {@code min(cap, target / realised volatility)},
 * rounded down in magnitude to the venue's size increment. Belongs to one run; allocates nothing
 * after construction.
 */
public final class ExposureScale {
  private final ExposureScaleSpec spec;
  private final VolatilityScale volatility;
  private final long incrementLots;

  ExposureScale(ExposureScaleSpec spec, Instrument instrument, double barsPerYear) {
    this.spec = spec;
    volatility = new VolatilityScale(spec.window(), barsPerYear);
    incrementLots = instrument.sizeIncrementLots();
  }

  /** A bar of the run closed, in ticks; positive. */
  public void onBar(long closeTicks) {
    volatility.add(closeTicks);
  }

  /** Whether the volatility is known. */
  public boolean isWarm() {
    return volatility.isWarm();
  }

  /**
   * The target to hold instead, in signed lots. Flat stays flat; {@link Missing#VALUE} while the
   * volatility is not known ({@link io.tapedeck.core.order.DenialReason#WARMING_UP}).
   */
  public long scaled(long targetLots) {
    if (targetLots == 0) {
      return 0;
    }
    if (!isWarm()) {
      return Missing.VALUE;
    }
    long scaleE8 = volatility.scaleE8(spec.annualVolatility(), spec.cap());
    long lots = Share.floor(Math.absExact(targetLots), scaleE8);
    long whole = lots - lots % incrementLots;
    return targetLots < 0 ? -whole : whole;
  }
}
