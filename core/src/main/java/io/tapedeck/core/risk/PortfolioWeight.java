package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;

/**
 * Turns a weight in the portfolio, told anew each time, into a target for one instrument: the most
 * lots with {@code notional ≤ ⌊equity × |weight|⌋}, rounded down to the venue's size increment,
 * with the sign of the weight. A weight is counted in 1e-8. Allocates nothing after construction.
 */
public final class PortfolioWeight {
  /** The largest weight, of either sign: ten times equity. */
  public static final double LARGEST = 10;

  private final Outlay outlay;
  private final long incrementLots;

  public PortfolioWeight(Instrument instrument) {
    outlay = new Outlay(instrument.moneyScale(), 0);
    incrementLots = instrument.sizeIncrementLots();
  }

  /**
   * The position to hold, in signed lots; {@link Missing#VALUE} if no price is known.
   *
   * @param weight from -{@link #LARGEST} to {@link #LARGEST}; at zero the target is flat whatever
   *     else is known
   * @param equity known, in money
   * @param doubledTicks twice the known price in ticks; {@link Missing#VALUE} if it is not known
   */
  public long targetLots(double weight, long equity, long doubledTicks) {
    Require.that(Math.abs(weight) <= LARGEST, "a weight must be from -10 to 10 times equity");
    long weightE8 = (long) Math.rint(Math.abs(weight) * Share.WHOLE_E8);
    if (weightE8 == 0) {
      return 0;
    }
    if (doubledTicks <= 0) {
      return Missing.VALUE;
    }
    long lots = outlay.lotsWithin(Share.floor(Math.max(equity, 0), weightE8), doubledTicks);
    long whole = lots - lots % incrementLots;
    return weight < 0 ? -whole : whole;
  }
}
