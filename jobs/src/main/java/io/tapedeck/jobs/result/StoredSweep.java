package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sweep as the result tables have it, finished or not.
 *
 * @param sweep its row of `sweeps`, by column
 * @param question what it asks
 * @param windows the dates it replays, each with its name
 * @param statuses committed runs by status
 * @param failures runs without figures by reason and detail, the most frequent first
 * @param warnings runs by warning
 */
public record StoredSweep(
    Map<String, Object> sweep,
    SweepQuestion question,
    List<Dates> windows,
    Map<String, Long> statuses,
    Map<String, Long> failures,
    Map<String, Long> warnings) {
  private static final int MOST_FAILURES = 5;
  private static final String COUNT = "count";
  private static final String WHY = "why";

  /** Dates of runs; both ends belong to them. */
  public record Dates(String window, String first, String last) {}

  /** The sweep of a row of `sweeps`. */
  public static StoredSweep read(ResultReader reader, Row row) {
    String id = row.getAs(Columns.SWEEP_ID);
    Dataset<Row> runs =
        reader
            .runsOf(id)
            .select(Columns.STATUS, Columns.REASON, Columns.DETAIL, Columns.WARNINGS)
            .cache();
    try {
      return new StoredSweep(
          RowValues.of(row),
          SweepQuestion.of(row.getAs(Columns.QUESTION_JSON)),
          windows(reader, id),
          counts(runs.groupBy(Columns.STATUS).count().orderBy(Columns.STATUS)),
          counts(
              runs.where(col(Columns.STATUS).notEqual(RunStatus.COMPLETED.name()))
                  .groupBy(concat_ws(": ", col(Columns.REASON), col(Columns.DETAIL)).as(WHY))
                  .count()
                  .orderBy(col(COUNT).desc(), col(WHY))
                  .limit(MOST_FAILURES)),
          counts(
              runs.select(explode(col(Columns.WARNINGS)).as(WHY))
                  .groupBy(WHY)
                  .count()
                  .orderBy(WHY)));
    } finally {
      runs.unpersist();
    }
  }

  public String sweepId() {
    return (String) sweep.get(Columns.SWEEP_ID);
  }

  /** Committed runs of this status. */
  public long runs(RunStatus status) {
    return statuses.getOrDefault(status.name(), 0L);
  }

  /** Planned runs that are not committed. */
  public long missing() {
    long committed = statuses.values().stream().mapToLong(Long::longValue).sum();
    return ((Number) sweep.get(Columns.RUNS)).longValue() - committed;
  }

  /** The metric its ranking goes by. */
  public RankMetric rank() {
    String column = (String) sweep.get(Columns.RANK_METRIC);
    for (RankMetric metric : RankMetric.values()) {
      if (metric.column().equals(column)) {
        return metric;
      }
    }
    throw new IllegalStateException("sweep " + sweepId() + " is ranked by " + column);
  }

  private static List<Dates> windows(ResultReader reader, String id) {
    List<Dates> windows = new ArrayList<>();
    for (Row row :
        reader
            .units(id)
            .groupBy(Columns.RUN_WINDOW)
            .agg(
                min(col(Columns.FIRST_DATE).cast("string")),
                max(col(Columns.LAST_DATE).cast("string")))
            .orderBy(min(Columns.FIRST_DATE), col(Columns.RUN_WINDOW))
            .collectAsList()) {
      windows.add(new Dates(row.getString(0), row.getString(1), row.getString(2)));
    }
    return windows;
  }

  private static Map<String, Long> counts(Dataset<Row> rows) {
    Map<String, Long> counts = new LinkedHashMap<>();
    rows.collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }
}
