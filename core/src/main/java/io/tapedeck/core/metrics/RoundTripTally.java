package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import java.math.BigInteger;

/**
 * Closed round trips, counted; money after fees. Every sum is exact, so the order of the trips does
 * not matter to any figure made from them.
 *
 * @param closed number of closed round trips
 * @param winners of them, those with a net profit above zero
 * @param losers of them, those with a net profit below zero
 * @param netProfits sum of the winners' net profits; not negative
 * @param netLosses sum of the losers' net losses, as a magnitude; not negative
 * @param squares sum of the squares of all net profits and losses
 */
public record RoundTripTally(
    long closed, long winners, long losers, long netProfits, long netLosses, SquareSum squares) {
  /** No round trip was closed. */
  public static final RoundTripTally NONE = new RoundTripTally(0, 0, 0, 0, 0, SquareSum.ZERO);

  public RoundTripTally {
    Require.that(
        winners >= 0 && losers >= 0 && closed >= winners + losers,
        "of %d round trips %d cannot have won and %d lost",
        closed,
        winners,
        losers);
    Require.that(netProfits >= 0, "netProfits must not be negative, was %d", netProfits);
    Require.that(netLosses >= 0, "netLosses must not be negative, was %d", netLosses);
    Require.that(squares != null, "the sum of squares must be given");
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
        Math.addExact(netLosses, Math.negateExact(Math.min(netProfit, 0))),
        squares.plus(netProfit));
  }

  /** Net profits less net losses, in money. */
  public long netProfit() {
    return netProfits - netLosses;
  }

  /** {@code winners / closed}; NaN without a closed trip. */
  public double hitRate() {
    return Quotient.of((double) winners, (double) closed);
  }

  /** {@code net profits / net losses}; NaN without a loss. */
  public double profitFactor() {
    return Quotient.of((double) netProfits, (double) netLosses);
  }

  /** {@code (net profits - net losses) / closed}, in money; NaN without a closed trip. */
  public double expectancy() {
    return Quotient.of((double) (netProfits - netLosses), (double) closed);
  }

  /**
   * The system quality number, {@code √n × mean / s} of the n trips' net profits, {@code s} their
   * sample deviation (n - 1). It is made as {@code S × √((n - 1) / (n Q - S²))} from the exact sums
   * {@code S} of net profits and {@code Q} of their squares. The source measures trips in multiples
   * of the risk taken; money is the same where each trip risks the same. To compare systems it
   * takes n as 100 at most; that is not done here. NaN of fewer than two trips, or if all are the
   * same.
   *
   * <p>Source: V. K. Tharp, "The Definitive Guide to Position Sizing", International Institute of
   * Trading Mastery (2008).
   */
  public double systemQuality() {
    if (closed < 2) {
      return Double.NaN;
    }
    BigInteger sum = BigInteger.valueOf(netProfit());
    BigInteger spread =
        BigInteger.valueOf(closed).multiply(squares.exactly()).subtract(sum.multiply(sum));
    return Quotient.of(
        sum.doubleValue() * StrictMath.sqrt((double) (closed - 1)),
        StrictMath.sqrt(spread.doubleValue()));
  }
}
