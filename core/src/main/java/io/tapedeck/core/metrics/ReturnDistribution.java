package io.tapedeck.core.metrics;

import io.tapedeck.core.account.DailyEquity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the n session returns r of a run are distributed, not annualised. With fewer than two
 * sessions, or an equity before the last that is not above zero, there is none: figures are NaN,
 * lists empty.
 *
 * <p>{@code M_k} is the central moment {@code Σ (r - mean)^k / n}.
 *
 * @param sessions n; zero if there is no distribution
 * @param mean {@code Σ r / n}
 * @param deviation sample deviation, n - 1 in the denominator
 * @param skewness {@code M_3 / M_2^1.5}, the population's; NaN if all returns are the same
 * @param kurtosis {@code M_4 / M_2²}, raw: 3 for a normal distribution; NaN if all returns are the
 *     same
 * @param positiveShare share of sessions with a return above zero
 * @param best session with the largest return, the first of equal ones
 * @param worst session with the smallest return, the first of equal ones
 * @param percentiles quantiles by percent (1, 5, 25, 50, 75, 95, 99), linear between returns:
 *     definition 7 of R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The
 *     American Statistician 50(4), 361-365 (1996)
 * @param bins counts in {@code ⌈log2 n⌉ + 1} bins of equal width from the smallest to the largest
 *     return, ascending; one bin if all are the same. H. A. Sturges, "The Choice of a Class
 *     Interval", Journal of the American Statistical Association 21(153), 65-66 (1926)
 */
public record ReturnDistribution(
    int sessions,
    double mean,
    double deviation,
    double skewness,
    double kurtosis,
    double positiveShare,
    Optional<DatedFigure> best,
    Optional<DatedFigure> worst,
    SortedMap<Integer, Double> percentiles,
    List<Bin> bins) {
  private static final int[] PERCENTS = {1, 5, 25, 50, 75, 95, 99};

  /**
   * Returns in a range.
   *
   * @param from lower edge, within
   * @param to upper edge, without but in the last bin
   * @param sessions number of returns; not negative
   */
  public record Bin(double from, double to, int sessions) {}

  public ReturnDistribution {
    percentiles = Collections.unmodifiableSortedMap(new TreeMap<>(percentiles));
    bins = List.copyOf(bins);
  }

  static ReturnDistribution of(SessionReturns returns, List<DailyEquity> daily) {
    if (!returns.areEnough()) {
      return none();
    }
    SortedMap<Integer, Double> percentiles = new TreeMap<>();
    for (int percent : PERCENTS) {
      percentiles.put(percent, returns.percentile(percent));
    }
    double variance = returns.areAllTheSame() ? 0 : returns.centralMoment(2);
    return new ReturnDistribution(
        returns.count(),
        returns.mean(),
        returns.deviation(),
        Quotient.of(returns.centralMoment(3), variance * StrictMath.sqrt(variance)),
        Quotient.of(returns.centralMoment(4), variance * variance),
        positiveShare(returns),
        dated(returns, daily, returns.best()),
        dated(returns, daily, returns.worst()),
        percentiles,
        bins(returns));
  }

  private static ReturnDistribution none() {
    return new ReturnDistribution(
        0,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        List.of());
  }

  private static Optional<DatedFigure> dated(
      SessionReturns returns, List<DailyEquity> daily, int session) {
    return Optional.of(new DatedFigure(daily.get(session).date(), returns.at(session)));
  }

  private static double positiveShare(SessionReturns returns) {
    int positive = 0;
    for (double value : returns.toArray()) {
      positive += value > 0 ? 1 : 0;
    }
    return (double) positive / (double) returns.count();
  }

  private static List<Bin> bins(SessionReturns returns) {
    double from = returns.at(returns.worst());
    double to = returns.at(returns.best());
    int count =
        from < to ? Integer.SIZE - Integer.numberOfLeadingZeros(returns.count() - 1) + 1 : 1;
    double width = (to - from) / count;
    int[] sessions = new int[count];
    for (double value : returns.toArray()) {
      int bin = from < to ? (int) ((value - from) / width) : 0;
      sessions[Math.min(bin, count - 1)]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double upper = i + 1 == count ? to : from + (i + 1) * width;
      bins.add(new Bin(from + i * width, upper, sessions[i]));
    }
    return bins;
  }
}
