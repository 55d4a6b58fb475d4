package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.ResultWriter;
import io.tapedeck.jobs.result.RunStatus;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What became of a sweep, out of its tables, and the row that says so. */
final class SweepOutcome {
  private static final int MOST_FAILURES_SHOWN = 20;

  private final Lake lake;
  private final ResultReader reader;
  private final String sweepId;

  SweepOutcome(Lake lake, String sweepId) {
    this.lake = lake;
    this.reader = new ResultReader(lake);
    this.sweepId = sweepId;
  }

  /** Counts by status, warning and failure; what was computed now is the caller's to say. */
  SweepReport report(long sets, SweepPlan plan, Work work, double seconds) {
    Dataset<Row> runs = reader.runsOf(sweepId).cache();
    try {
      Map<String, Long> statuses = counts(runs.groupBy(Columns.STATUS).count());
      Dataset<Row> reasons =
          runs.where(col(Columns.STATUS).notEqual(RunStatus.COMPLETED.name()))
              .groupBy(
                  functions.concat_ws(": ", col(Columns.REASON), col(Columns.DETAIL)).as("why"))
              .count();
      return new SweepReport(
          sweepId,
          plan.id(),
          sets,
          plan.runs(),
          work.runs(),
          statuses.getOrDefault(RunStatus.COMPLETED.name(), 0L),
          statuses.getOrDefault(RunStatus.FAILED.name(), 0L),
          statuses.getOrDefault(RunStatus.ABANDONED.name(), 0L),
          work.tickLanes(),
          seconds,
          counts(
              runs.select(explode(col(Columns.WARNINGS)).as("warning"))
                  .groupBy("warning")
                  .count()
                  .orderBy("warning")),
          counts(reasons.orderBy(col("count").desc(), col("why")).limit(MOST_FAILURES_SHOWN)));
    } finally {
      runs.unpersist();
    }
  }

  /** Runs and ticks times sets that were computed now. */
  record Work(long runs, long tickLanes) {
    static final Work NONE = new Work(0, 0);
  }

  private static Map<String, Long> counts(Dataset<Row> rows) {
    Map<String, Long> counts = new LinkedHashMap<>();
    rows.collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** Writes down what the sweep came to, once. */
  void finish(SweepReport report) {
    String state = report.abandoned() == 0 ? Sweep.DONE : Sweep.RUNNING;
    Row stored = reader.sweeps().where(col(Columns.SWEEP_ID).equalTo(sweepId)).first();
    if (stored.getAs(Columns.STATE).equals(Sweep.DONE)) {
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Columns.STATE, "'" + state + "'");
    values.put(Columns.COMPLETED, report.completed() + "L");
    values.put(Columns.FAILED, report.failed() + "L");
    values.put(Columns.ABANDONED, report.abandoned() + "L");
    values.put(Columns.FINISHED_AT, "current_timestamp()");
    Row cost = reader.units(sweepId).agg(functions.sum(Columns.SECONDS)).first();
    values.put(Columns.ACTUAL_CORE_SECONDS, cost.isNullAt(0) ? "NULL" : cost.getDouble(0) + "D");
    new ResultWriter(lake)
        .update(ResultTable.SWEEPS, Columns.SWEEP_ID + " = '" + sweepId + "'", values);
  }
}
