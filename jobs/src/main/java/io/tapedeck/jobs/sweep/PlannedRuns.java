package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;

import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.RunStatus;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The runs of a sweep's plan in force, and which of them are there. */
final class PlannedRuns {
  private static final String NOT_COMMITTED = "";

  private final ResultReader reader;
  private final String sweepId;

  PlannedRuns(Lake lake, String sweepId) {
    this.reader = new ResultReader(lake);
    this.sweepId = sweepId;
  }

  /** Positions of each unit whose runs are not there, or were abandoned, or kept too little. */
  Map<Integer, long[]> missing(RecordLevel level) {
    return missing(reader.sweepRuns(sweepId), level);
  }

  /** The same of these units only. */
  Map<Integer, long[]> missingOf(Collection<Integer> units, RecordLevel level) {
    return missing(reader.sweepRuns(sweepId).where(among(units)), level);
  }

  /** The same of these runs only. */
  Map<Integer, long[]> missing(List<String> runIds, RecordLevel level) {
    return missing(
        reader.sweepRuns(sweepId).where(col(Columns.RUN_ID).isInCollection(runIds)), level);
  }

  /** What became of all runs. */
  PlanTally tally() {
    return tally(reader.sweepRuns(sweepId));
  }

  /** The same of these units only. */
  PlanTally tallyOf(Collection<Integer> units) {
    return tally(reader.sweepRuns(sweepId).where(among(units)));
  }

  /** Completed runs whose metrics are there. */
  long withMetrics() {
    return reader
        .runsOf(sweepId)
        .where(col(Columns.STATUS).equalTo(RunStatus.COMPLETED.name()))
        .join(reader.metrics().select(Columns.RUN_ID), Columns.RUN_ID)
        .count();
  }

  private PlanTally tally(Dataset<Row> planned) {
    Dataset<Row> statuses = reader.runs().select(Columns.RUN_ID, Columns.STATUS);
    Map<String, Long> counts = new TreeMap<>();
    for (Row row :
        planned
            .join(statuses, new String[] {Columns.RUN_ID}, "left")
            .groupBy(coalesce(col(Columns.STATUS), lit(NOT_COMMITTED)))
            .count()
            .collectAsList()) {
      counts.put(row.getString(0), row.getLong(1));
    }
    return PlanTally.of(counts);
  }

  private Map<Integer, long[]> missing(Dataset<Row> planned, RecordLevel level) {
    Map<Integer, long[]> missing = new TreeMap<>();
    for (Row row :
        planned
            .join(present(level), new String[] {Columns.RUN_ID}, "left_anti")
            .groupBy(Columns.UNIT)
            .agg(collect_list(Columns.POSITION))
            .collectAsList()) {
      missing.put(
          row.getInt(0),
          row.<Long>getList(1).stream().mapToLong(Long::longValue).sorted().toArray());
    }
    return missing;
  }

  private Dataset<Row> present(RecordLevel level) {
    Object[] enough =
        Arrays.stream(RecordLevel.values())
            .filter(each -> each.includes(level))
            .map(RecordLevel::name)
            .toArray();
    Column isCompleted =
        col(Columns.STATUS)
            .equalTo(RunStatus.COMPLETED.name())
            .and(col(Columns.RECORD).isin(enough));
    return reader
        .runs()
        .where(col(Columns.STATUS).equalTo(RunStatus.FAILED.name()).or(isCompleted))
        .select(Columns.RUN_ID);
  }

  private static Column among(Collection<Integer> units) {
    return col(Columns.UNIT).isInCollection(units);
  }
}
