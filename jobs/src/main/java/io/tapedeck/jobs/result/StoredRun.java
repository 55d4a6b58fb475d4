package io.tapedeck.jobs.result;

import io.tapedeck.lake.table.Columns;
import java.util.List;
import java.util.Map;

/**
 * A run as the result tables have it; see {@link RowValues} for how values stand.
 *
 * @param run its row of `runs`, by column
 * @param metrics its row of `run_metrics`, by column; empty if it has none
 * @param daily its rows of `run_daily`, by column, in the order of dates; empty if none were kept
 */
public record StoredRun(
    Map<String, Object> run, Map<String, Object> metrics, List<Map<String, Object>> daily) {
  public String runId() {
    return text(Columns.RUN_ID);
  }

  /** A column of `runs` as text; empty where it is null. */
  public String text(String column) {
    Object value = run.get(column);
    return value == null ? "" : value.toString();
  }

  /** Whether it has figures. */
  public boolean isCompleted() {
    return text(Columns.STATUS).equals(RunStatus.COMPLETED.name()) && !metrics.isEmpty();
  }
}
