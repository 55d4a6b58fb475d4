package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Side;

/**
 * One closed round trip, as far as the figures need it; money of the run's currency.
 *
 * @param strategy index of the strategy that owns it; not negative
 * @param instrument index in the run's universe; not negative
 * @param side BUY for a long position
 * @param netProfit profit after fees
 * @param fees fees of all its fills; negative where rebates exceed them
 * @param maxAdverse largest open loss at a mark, before fees, as a magnitude; not negative
 * @param maxFavourable largest open profit at a mark, before fees; not negative
 * @param entryNanos first fill
 * @param exitNanos last fill; not before the first
 */
public record TripFacts(
    int strategy,
    int instrument,
    Side side,
    long netProfit,
    long fees,
    long maxAdverse,
    long maxFavourable,
    long entryNanos,
    long exitNanos)
    implements Attributed {
  public TripFacts {
    Require.that(strategy >= 0, "strategy must not be negative, was %d", strategy);
    Require.that(instrument >= 0, "instrument must not be negative, was %d", instrument);
    Require.that(side != null, "side must be given");
    Require.that(maxAdverse >= 0, "maxAdverse must not be negative, was %d", maxAdverse);
    Require.that(maxFavourable >= 0, "maxFavourable must not be negative, was %d", maxFavourable);
    Require.that(
        exitNanos >= entryNanos,
        "a trip cannot end (%d ns) before it begins (%d ns)",
        exitNanos,
        entryNanos);
  }

  /** Profit before fees, in money. */
  long profit() {
    return Math.addExact(netProfit, fees);
  }

  /** From the first fill to the last, in nanoseconds. */
  public long heldNanos() {
    return exitNanos - entryNanos;
  }
}
