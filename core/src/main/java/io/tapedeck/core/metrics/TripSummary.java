package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * What closed round trips came to. The order of the trips does not matter.
 *
 * @param tally counted, after fees; hit rate, profit factor, expectancy and system quality are its
 *     methods
 * @param fees money, negative where rebates exceed fees
 * @param excursions how far they went against and with their owner
 */
public record TripSummary(RoundTripTally tally, long fees, Excursions excursions) {
  public TripSummary {
    Require.that(tally != null && excursions != null, "tally and excursions must be given");
  }

  /**
   * The summary of these trips.
   *
   * @throws ArithmeticException if a sum leaves 64 bits
   */
  static TripSummary of(List<TripFacts> trips) {
    RoundTripTally tally = RoundTripTally.NONE;
    long fees = 0;
    for (TripFacts trip : trips) {
      tally = tally.with(trip.netProfit());
      fees = Math.addExact(fees, trip.fees());
    }
    return new TripSummary(tally, fees, Excursions.of(trips));
  }
}
