package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import io.tapedeck.core.indicator.AverageTrueRange;
import io.tapedeck.core.indicator.Seeding;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import java.math.BigDecimal;

/**
 * As many lots as lose a percentage of equity if the stop is met: {@code value(distance) ≤ ⌊equity
 * × percent⌋}. The distance is the opinion's own, else {@code ⌈multiple × ATR⌉} ticks, Wilder's
 * average true range of the bars shown. While that is less than a tick, no bar having had a range,
 * there is no size.
 *
 * @param percent of known equity; positive, at most 100 with at most 4 decimals
 * @param atrMultiple distance of the stop in average true ranges; positive
 * @param atrWindow bars of the average; positive
 */
@Model(
    name = "risk_per_trade",
    value = "As many lots as lose a percentage of equity if the stop is met.")
public record RiskPerTrade(
    @Setting(
            value = "of known equity at risk",
            unit = "%",
            range = "above 0, at most 100, 4 decimals")
        BigDecimal percent,
    @Setting(
            value = "distance of the stop where the signal gives none",
            unit = "average true ranges",
            range = "above 0")
        double atrMultiple,
    @Setting(value = "bars of that average", unit = "bars", range = "at least 1") int atrWindow)
    implements SizingSpec {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 2;
  private static final int DECIMALS = 4;

  public RiskPerTrade {
    SizingSpec.requirePositive(percent, "percent at risk", DECIMALS);
    Require.that(
        percent.compareTo(HUNDRED) <= 0, "percent at risk must be at most 100, was %s", percent);
    Require.that(
        atrMultiple > 0 && Double.isFinite(atrMultiple),
        "multiple of the average true range must be positive, was %s",
        atrMultiple);
    Require.that(atrWindow > 0, "window of the true range must be positive, was %d", atrWindow);
  }

  @Override
  public SizingModel in(Instrument instrument, double barsPerYear) {
    return new SizingModel(new Rule(this, instrument), instrument);
  }

  private static final class Rule implements SizingRule {
    private static final double HAIR = 1e-12;

    private final Outlay outlay;
    private final long shareE8;
    private final double multiple;
    private final AverageTrueRange range;

    private Rule(RiskPerTrade spec, Instrument instrument) {
      outlay = new Outlay(instrument.moneyScale(), 0);
      shareE8 = Share.e8(spec.percent.movePointLeft(PERCENT_DECIMALS));
      multiple = spec.atrMultiple;
      range = new AverageTrueRange.Spec(spec.atrWindow, Seeding.SMA).create();
    }

    @Override
    public void onBar(long highTicks, long lowTicks, long closeTicks) {
      range.add(highTicks, lowTicks, closeTicks);
    }

    @Override
    public boolean isWarm(long stopTicks) {
      return !Missing.is(stopTicks) || (range.isWarm() && rangeTicks() >= 1);
    }

    @Override
    public long fullLots(long stopTicks, long equity, long doubledTicks) {
      long distance = Missing.is(stopTicks) ? rangeTicks() : stopTicks;
      return outlay.lotsWithin(Share.floor(equity, shareE8), Math.multiplyExact(distance, 2));
    }

    /**
     * Rounded up; a hair above a whole number of ticks is the mean's rounding, and is that tick.
     */
    private long rangeTicks() {
      return (long) Math.ceil(multiple * range.value() * (1 - HAIR));
    }

    @Override
    public boolean needsEquity() {
      return true;
    }

    @Override
    public boolean needsPrice() {
      return false;
    }
  }
}
