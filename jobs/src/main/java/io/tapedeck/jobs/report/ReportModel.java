package io.tapedeck.jobs.report;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Currency;
import java.util.Arrays;
import java.util.List;

/**
 * All that a report shows, read from result tables and not yet formatted.
 *
 * @param title name of the sweep or of the run
 * @param question what the sweep was made to find out; empty if nobody said
 * @param currency currency of all money
 * @param setsTried parameter sets of the sweep, failed ones included: stands beside every headline
 *     figure; positive
 * @param windows date windows that each set was replayed over, in the order of the figures
 * @param rankedBy metric and window that the ranking sorts by, in words; {@link #NOT_RANKED} for
 *     the report of one run
 * @param parameterNames parameters of the strategy that differ between sets, in order
 * @param ranking the best sets, best first; empty if every run failed
 * @param spreads what all sets came to, one for each window; empty for the report of one run
 * @param curves daily books of the best set, one for each window it was recorded for
 * @param heatMaps the grid over two parameters
 * @param failures runs that have no figures
 * @param assumptions what was assumed of the market: fills, costs, latency
 * @param facts what was run on what: strategy, instruments, dates, engine
 * @param dataVersions tables that were read
 * @param warnings optimistic assumptions and gaps, as sentences
 */
public record ReportModel(
    String title,
    String question,
    Currency currency,
    long setsTried,
    List<Window> windows,
    String rankedBy,
    List<String> parameterNames,
    List<RankedSet> ranking,
    List<Spread> spreads,
    List<EquityCurve> curves,
    List<HeatMap> heatMaps,
    List<FailedRun> failures,
    List<Fact> assumptions,
    List<Fact> facts,
    List<DataVersion> dataVersions,
    List<String> warnings) {
  /** There is no ranking: the report is of one run. */
  public static final String NOT_RANKED = "";

  public ReportModel {
    Require.that(setsTried > 0, "a report needs at least one set, had %d", setsTried);
    Require.that(!windows.isEmpty(), "a report needs at least one window of dates");
    windows = List.copyOf(windows);
    parameterNames = List.copyOf(parameterNames);
    ranking = List.copyOf(ranking);
    spreads = List.copyOf(spreads);
    curves = List.copyOf(curves);
    heatMaps = List.copyOf(heatMaps);
    failures = List.copyOf(failures);
    assumptions = List.copyOf(assumptions);
    facts = List.copyOf(facts);
    dataVersions = List.copyOf(dataVersions);
    warnings = List.copyOf(warnings);
    for (RankedSet set : ranking) {
      Require.that(
          set.parameters().size() == parameterNames.size()
              && set.outcomes().size() == windows.size(),
          "set %d has %d parameters and %d windows, the report %d and %d",
          set.rank(),
          set.parameters().size(),
          set.outcomes().size(),
          parameterNames.size(),
          windows.size());
    }
  }

  /** Whether its sets are in an order; the report of one run has none. */
  boolean isRanked() {
    return !rankedBy.equals(NOT_RANKED);
  }

  /**
   * A span of dates that sets were replayed over.
   *
   * @param name such as "train", "test" or "whole"
   * @param dates first and last session date, for reading
   */
  public record Window(String name, String dates) {}

  /**
   * A parameter set with its figures.
   *
   * @param rank from 1
   * @param parameters values in the order of the report's parameter names
   * @param outcomes figures in the order of the report's windows
   */
  public record RankedSet(int rank, List<String> parameters, List<WindowOutcome> outcomes) {
    public RankedSet {
      Require.that(rank >= 1, "rank must be at least 1, was %d", rank);
      parameters = List.copyOf(parameters);
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * The metric of the ranking over all sets of a window.
   *
   * @param window name of the window
   * @param unit how the metric is written
   * @param sets sets that have the metric
   * @param positive how many of them are above zero
   * @param lowest NaN if no set has it
   * @param median NaN if no set has it
   * @param highest NaN if no set has it
   */
  public record Spread(
      String window,
      HeatMap.Unit unit,
      long sets,
      long positive,
      double lowest,
      double median,
      double highest) {
    /** The spread of these values; those that are not defined count for nothing. */
    static Spread of(String window, HeatMap.Unit unit, double[] values) {
      double[] sorted =
          Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
      return new Spread(
          window,
          unit,
          sorted.length,
          Arrays.stream(sorted).filter(value -> value > 0).count(),
          sorted.length == 0 ? Double.NaN : sorted[0],
          HeatMap.median(sorted),
          sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]);
    }
  }

  /** A run that ended without figures. */
  public record FailedRun(String runId, String parameters, String reason, String detail) {}

  /** A label with its value. */
  public record Fact(String label, String value) {}

  /** A version of a table that was read. */
  public record DataVersion(String table, long version) {}
}
