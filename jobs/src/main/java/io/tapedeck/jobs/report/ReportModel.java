package io.tapedeck.jobs.report;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Currency;
import java.util.List;

/**
 * All that a report shows, read from result tables and not yet formatted.
 *
 * @param heading what it is about
 * @param currency currency of all money
 * @param setsTried parameter sets of the sweep, failed ones included: stands beside every headline
 *     figure; positive
 * @param windows date windows that each set was replayed over, in the order of the figures
 * @param rankedBy metric and window that the ranking sorts by, in words; {@link #NOT_RANKED} for
 *     the report of one run
 * @param parameterNames parameters of the strategy that differ between sets, in order
 * @param ranking the best sets, best first; empty if every run failed
 * @param grid what all sets came to; {@link ParameterGrid#NONE} for the report of one run
 * @param details of the best set, or of the run: one for each window it was recorded for
 * @param failures runs that have no figures
 * @param background what was assumed and read
 */
public record ReportModel(
    Heading heading,
    Currency currency,
    long setsTried,
    List<Window> windows,
    String rankedBy,
    List<String> parameterNames,
    List<RankedSet> ranking,
    ParameterGrid grid,
    List<RunDetail> details,
    Failures failures,
    Background background) {
  /** There is no ranking: the report is of one run. */
  public static final String NOT_RANKED = "";

  public ReportModel {
    Require.that(setsTried > 0, "a report needs at least one set, had %d", setsTried);
    Require.that(!windows.isEmpty(), "a report needs at least one window of dates");
    windows = List.copyOf(windows);
    parameterNames = List.copyOf(parameterNames);
    ranking = List.copyOf(ranking);
    details = List.copyOf(details);
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
  public boolean isRanked() {
    return !rankedBy.equals(NOT_RANKED);
  }

  /** What a report is about. */
  public enum Kind {
    SWEEP,
    RUN
  }

  /**
   * What it is about.
   *
   * @param id of the sweep or of the run, in full
   * @param title name of the sweep or of the run
   * @param question what the sweep was made to find out; empty if nobody said
   * @param date day on which the sweep was begun, UTC; empty if it is not known
   */
  public record Heading(Kind kind, String id, String title, String question, String date) {}

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
   * Runs without figures.
   *
   * @param count of all of them
   * @param reasons how many there are of each reason, the most frequent first
   * @param shown the first of them
   */
  public record Failures(long count, List<Reason> reasons, List<FailedRun> shown) {
    /** Every run has figures. */
    public static final Failures NONE = new Failures(0, List.of(), List.of());

    public Failures {
      reasons = List.copyOf(reasons);
      shown = List.copyOf(shown);
    }
  }

  /** How many runs ended for a reason. */
  public record Reason(String reason, long runs) {}

  /** A run that ended without figures. */
  public record FailedRun(String runId, String parameters, String reason, String detail) {}

  /**
   * What is needed to believe or to repeat it.
   *
   * @param assumptions what was assumed of the market: fills, costs, latency
   * @param facts what was run on what: strategy, instruments, dates, engine
   * @param dataVersions tables that were read
   * @param warnings optimistic assumptions and gaps, as sentences
   */
  public record Background(
      List<Fact> assumptions,
      List<Fact> facts,
      List<DataVersion> dataVersions,
      List<String> warnings) {
    public Background {
      assumptions = List.copyOf(assumptions);
      facts = List.copyOf(facts);
      dataVersions = List.copyOf(dataVersions);
      warnings = List.copyOf(warnings);
    }
  }

  /** A label with its value. */
  public record Fact(String label, String value) {}

  /** A version of a table that was read. */
  public record DataVersion(String table, long version) {}
}
