package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;

/**
 * Closed round trips, counted; money after fees.
 *
 * @param closed number of closed round trips
 * @param winners of them, those with a net profit above zero
 * @param losers of them, those with a net profit below zero
 * @param netProfits sum of the winners' net profits; not negative
 * @param netLosses sum of the losers' net losses, as a magnitude; not negative
 */
public record RoundTripTally(
    long closed, long winners, long losers, long netProfits, long netLosses) {
  /** No round trip was closed. */
  public static final RoundTripTally NONE = new RoundTripTally(0, 0, 0, 0, 0);

  public RoundTripTally {
    Require.that(
        winners >= 0 && losers >= 0 && closed >= winners + losers,
        "of %d round trips %d cannot have won and %d lost",
        closed,
        winners,
        losers);
    Require.that(netProfits >= 0, "netProfits must not be negative, was %d", netProfits);
    Require.that(netLosses >= 0, "netLosses must not be negative, was %d", netLosses);
  }

  /**
   * This tally and one more closed round trip.
   *
   * @throws ArithmeticException if money leaves 64 bits
   */
  public RoundTripTally with(long netProfit) {
    return new RoundTripTally(
        closed + 1,
        winners + (netProfit > 0 ? 1 : 0),
        losers + (netProfit < 0 ? 1 : 0),
        Math.addExact(netProfits, Math.max(netProfit, 0)),
        Math.addExact(netLosses, Math.negateExact(Math.min(netProfit, 0))));
  }
}
