package io.tapedeck.core.metrics;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How far closed round trips went against and with their owner before they ended. Amounts are money
 * before fees, at marks; {@code a} is a trip's largest adverse and {@code f} its largest favourable
 * excursion. Sums are exact, so the order of the trips does not matter. Means and medians are NaN
 * without a trip, largest amounts zero.
 *
 * <p>Source: J. Sweeney, "Maximum Adverse Excursion: Analyzing Price Fluctuations for Trading
 * Management", Wiley (1996); the edge ratio after C. Faith, "Way of the Turtle", McGraw-Hill
 * (2007), in money where the source divides by the true range at entry.
 *
 * @param trips closed round trips
 * @param meanAdverse {@code Σ a / n}
 * @param medianAdverse the middle {@code a}, or the mean of the two in the middle
 * @param largestAdverse the largest {@code a}
 * @param largestAdverseOfWinners the largest {@code a} of trips with a net profit: a stop that is
 *     wider costs none of them
 * @param meanFavourable {@code Σ f / n}
 * @param medianFavourable the middle {@code f}, or the mean of the two in the middle
 * @param largestFavourable the largest {@code f}
 * @param largestFavourableOfLosers the largest {@code f} of trips with a net loss: what was had and
 *     lost
 * @param edgeRatio {@code Σ f / Σ a}; NaN if no trip went against its owner
 * @param meanGivenBack {@code Σ (f - profit before fees) / n}; below zero where exits were better
 *     than the best mark
 * @param meanHeldNanos mean time from the first fill to the last, in nanoseconds
 */
public record Excursions(
    long trips,
    double meanAdverse,
    double medianAdverse,
    long largestAdverse,
    long largestAdverseOfWinners,
    double meanFavourable,
    double medianFavourable,
    long largestFavourable,
    long largestFavourableOfLosers,
    double edgeRatio,
    double meanGivenBack,
    double meanHeldNanos) {
  /**
   * The summary of these trips.
   *
   * @throws ArithmeticException if a sum leaves 64 bits
   */
  static Excursions of(List<TripFacts> trips) {
    double count = trips.size();
    double adverse = sum(trips, TripFacts::maxAdverse);
    double favourable = sum(trips, TripFacts::maxFavourable);
    double givenBack = sum(trips, trip -> Math.subtractExact(trip.maxFavourable(), trip.profit()));
    return new Excursions(
        trips.size(),
        Quotient.of(adverse, count),
        median(trips, TripFacts::maxAdverse),
        largest(trips, TripFacts::maxAdverse),
        largest(trips, trip -> trip.netProfit() > 0 ? trip.maxAdverse() : 0),
        Quotient.of(favourable, count),
        median(trips, TripFacts::maxFavourable),
        largest(trips, TripFacts::maxFavourable),
        largest(trips, trip -> trip.netProfit() < 0 ? trip.maxFavourable() : 0),
        Quotient.of(favourable, adverse),
        Quotient.of(givenBack, count),
        Quotient.of(sum(trips, TripFacts::heldNanos), count));
  }

  private static double sum(List<TripFacts> trips, ToLongFunction<TripFacts> amount) {
    long sum = 0;
    for (TripFacts trip : trips) {
      sum = Math.addExact(sum, amount.applyAsLong(trip));
    }
    return (double) sum;
  }

  private static long largest(List<TripFacts> trips, ToLongFunction<TripFacts> amount) {
    return trips.stream().mapToLong(amount).max().orElse(0);
  }

  private static double median(List<TripFacts> trips, ToLongFunction<TripFacts> amount) {
    if (trips.isEmpty()) {
      return Double.NaN;
    }
    long[] sorted = trips.stream().mapToLong(amount).sorted().toArray();
    double upper = (double) sorted[sorted.length / 2];
    double lower = (double) sorted[(sorted.length - 1) / 2];
    return (lower + upper) / 2;
  }
}
