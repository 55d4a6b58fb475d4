package io.tapedeck.jobs.report.read;

import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * A parameter set on one account, with its run in each window.
 *
 * @param position in the grid
 * @param instruments of the account, as one word
 * @param parameters by name
 * @param runs by window
 */
record SweptSet(
    long position, String instruments, Map<String, String> parameters, Map<String, SweptRun> runs) {
  /** Name of the column that tells accounts apart. */
  static final String INSTRUMENT = "instrument";

  /**
   * A run of a sweep.
   *
   * @param metric what the sweep ranks by; NaN if it is not defined
   * @param reason why there are no figures; empty if there are
   */
  record SweptRun(String runId, double metric, String reason, String detail) {
    boolean isCompleted() {
      return reason.isEmpty();
    }
  }

  /** Sets of the rows of `sweep_runs` joined with `runs` and their metrics, by position. */
  static List<SweptSet> of(List<Row> rows, RankColumn rank) {
    Map<List<Object>, SweptSet> sets = new LinkedHashMap<>();
    for (Row each : rows) {
      RunRow run = new RunRow(each);
      long position = each.getAs(Columns.POSITION);
      String window = run.text(Columns.RUN_WINDOW);
      sets.computeIfAbsent(
              List.of(position, run.instruments()),
              key -> new SweptSet(position, run.instruments(), run.parameters(), new TreeMap<>()))
          .runs()
          .put(window, swept(run, each.getAs(rank.name())));
    }
    return new ArrayList<>(sets.values());
  }

  /** The metric in a window; NaN if its run has none. */
  double metric(String window) {
    SweptRun run = runs.get(window);
    return run == null ? Double.NaN : run.metric();
  }

  boolean isCompleted(String window) {
    return runs.containsKey(window) && runs.get(window).isCompleted();
  }

  /** The value of a parameter, or the account's instruments. */
  String value(String name) {
    return name.equals(INSTRUMENT) ? instruments : parameters.getOrDefault(name, "");
  }

  /** How many values a parameter has; a set that was refused may have none. */
  static long distinct(List<SweptSet> sets, String name) {
    return sets.stream()
        .map(set -> set.value(name))
        .filter(value -> !value.isEmpty())
        .distinct()
        .count();
  }

  private static SweptRun swept(RunRow run, Object metric) {
    String reason =
        run.isCompleted() ? "" : run.text(Columns.STATUS) + " " + run.text(Columns.REASON);
    return new SweptRun(
        run.runId(),
        metric instanceof Number number ? number.doubleValue() : Double.NaN,
        reason.strip(),
        run.text(Columns.DETAIL));
  }
}
