package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.order.DenialReason;

/**
 * Turns the strength of an opinion into a target for one instrument: {@code ⌊full × |strength|⌋}
 * lots, rounded down to the venue's size increment, with the sign of the strength.
 *
 * <p>A strength is counted in 1e-8. A target that is smaller than one increment is zero. Belongs to
 * one run; allocates nothing after construction.
 */
public final class SizingModel {
  private final SizingRule rule;
  private final long incrementLots;
  private DenialReason denial = DenialReason.SIZE_UNKNOWN;

  SizingModel(SizingRule rule, Instrument instrument) {
    this.rule = rule;
    incrementLots = instrument.sizeIncrementLots();
  }

  /** A bar of the run closed; prices in ticks. */
  public void onBar(long highTicks, long lowTicks, long closeTicks) {
    rule.onBar(highTicks, lowTicks, closeTicks);
  }

  /**
   * The position to hold, in signed lots; {@link Missing#VALUE} if it cannot be told, and {@link
   * #denial} says why.
   *
   * @param strength from -1, all short, to 1, all long; at zero the target is flat whatever else is
   *     known
   * @param stopTicks distance from the price to the stop, positive; {@link Missing#VALUE} if the
   *     opinion has none
   * @param equity known, in money; {@link Missing#VALUE} if it is not known
   * @param doubledTicks twice the known price in ticks; {@link Missing#VALUE} if it is not known
   */
  public long targetLots(double strength, long stopTicks, long equity, long doubledTicks) {
    Require.that(
        strength >= -1 && strength <= 1, "the strength of an opinion must be from -1 to 1");
    Require.that(Missing.is(stopTicks) || stopTicks > 0, "the distance to a stop must be positive");
    long strengthE8 = (long) Math.rint(Math.abs(strength) * Share.WHOLE_E8);
    if (strengthE8 == 0) {
      return 0;
    }
    if (!rule.isWarm(stopTicks)) {
      return unknown(DenialReason.WARMING_UP);
    }
    if (rule.needsEquity() && Missing.is(equity)) {
      return unknown(DenialReason.EQUITY_UNKNOWN);
    }
    if (rule.needsPrice() && doubledTicks <= 0) {
      return unknown(DenialReason.SIZE_UNKNOWN);
    }
    long full = rule.fullLots(stopTicks, Math.max(equity, 0), doubledTicks);
    long lots = Share.floor(full, strengthE8);
    long whole = lots - lots % incrementLots;
    return strength < 0 ? -whole : whole;
  }

  /** Why the last target that could not be told is not known. */
  public DenialReason denial() {
    return denial;
  }

  private long unknown(DenialReason reason) {
    denial = reason;
    return Missing.VALUE;
  }
}
