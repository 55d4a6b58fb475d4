package io.tapedeck.jobs.result;

import io.delta.tables.DeltaTable;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Commits rows to result tables so that each is there once, however often a commit is tried.
 *
 * <p>Details are appended under an application id of Delta made of the commit and the table, so a
 * second try of the same commit appends nothing. `runs` is merged: a run that is there stays,
 * unless it was abandoned or kept fewer details.
 */
public final class ResultWriter {
  private static final String VERSION = "1";
  private static final String OLD = "old";
  private static final String NEW = "new";
  private static final List<String> KEY_OF_UNIT =
      List.of(Columns.SWEEP_ID, Columns.PLAN_ID, Columns.UNIT);

  private final Lake lake;

  public ResultWriter(Lake lake) {
    this.lake = lake;
  }

  /** Appends rows once for each commit id, which replaces the one in the rows. */
  public void append(ResultTable table, String commitId, Dataset<Row> rows) {
    ResultColumns.prepare(lake, table);
    rows.withColumn(Columns.COMMIT_ID, functions.lit(commitId))
        .select(columns(table))
        .write()
        .format("delta")
        .mode("append")
        .option("txnAppId", "tapedeck/" + commitId + "/" + table.label())
        .option("txnVersion", VERSION)
        .save(lake.path(table));
  }

  /** Appends rows that belong to a plan, once for each plan. */
  public void appendPlan(ResultTable table, String planId, Dataset<Row> rows) {
    ResultColumns.prepare(lake, table);
    rows.select(columns(table))
        .write()
        .format("delta")
        .mode("append")
        .option("txnAppId", "tapedeck/" + planId + "/" + table.label())
        .option("txnVersion", VERSION)
        .save(lake.path(table));
  }

  /** Makes runs visible with all their details, in one commit. */
  public void commitRuns(String commitId, Dataset<Row> runs) {
    ResultColumns.prepare(lake, ResultTable.RUNS);
    Dataset<Row> committed =
        runs.withColumn(Columns.COMMIT_ID, functions.lit(commitId))
            .select(columns(ResultTable.RUNS));
    DeltaTable.forPath(lake.spark(), lake.path(ResultTable.RUNS))
        .as(OLD)
        .merge(committed.as(NEW), "old.run_id = new.run_id")
        .whenMatched(supersedes())
        .updateAll()
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** Inserts the row of a sweep unless it is there: the commit marker of its plan. */
  public void commitSweep(Dataset<Row> sweep) {
    ResultColumns.prepare(lake, ResultTable.SWEEPS);
    DeltaTable.forPath(lake.spark(), lake.path(ResultTable.SWEEPS))
        .as(OLD)
        .merge(sweep.select(columns(ResultTable.SWEEPS)).as(NEW), "old.sweep_id = new.sweep_id")
        .whenNotMatched()
        .insertAll()
        .execute();
  }

  /** Sets columns of the rows of a table that meet a condition, to SQL expressions. */
  public void update(ResultTable table, String condition, Map<String, String> values) {
    DeltaTable.forPath(lake.spark(), lake.path(table)).updateExpr(condition, values);
  }

  /** Sets columns of sweeps that are null there; these rows are keyed by the sweep. */
  public void completeSweeps(Dataset<Row> rows, List<String> columns) {
    ResultTable table = ResultTable.SWEEPS;
    ResultColumns.prepare(lake, table);
    Map<String, String> values = new TreeMap<>();
    columns.forEach(name -> values.put(name, "coalesce(old." + name + ", new." + name + ")"));
    DeltaTable.forPath(lake.spark(), lake.path(table))
        .as(OLD)
        .merge(rows.as(NEW), "old.sweep_id = new.sweep_id")
        .whenMatched()
        .updateExpr(values)
        .execute();
  }

  /** Sets the measured columns of planned units. */
  public void measureUnits(Dataset<Row> measured) {
    ResultColumns.prepare(lake, ResultTable.SWEEP_UNITS);
    Map<String, String> values = new TreeMap<>();
    for (String name : measured.columns()) {
      if (!KEY_OF_UNIT.contains(name)) {
        values.put(name, NEW + "." + name);
      }
    }
    DeltaTable.forPath(lake.spark(), lake.path(ResultTable.SWEEP_UNITS))
        .as(OLD)
        .merge(
            measured.as(NEW),
            "old.sweep_id = new.sweep_id AND old.plan_id = new.plan_id AND old.unit = new.unit")
        .whenMatched()
        .updateExpr(values)
        .execute();
  }

  private static String supersedes() {
    return "new.status <> 'ABANDONED' AND (old.status = 'ABANDONED' OR (old.status = 'COMPLETED'"
        + " AND "
        + rank(OLD)
        + " < "
        + rank(NEW)
        + "))";
  }

  /** How many levels the record column of this side includes, as SQL. */
  private static String rank(String side) {
    StringBuilder rank = new StringBuilder("CASE " + side + "." + Columns.RECORD);
    for (RecordLevel level : RecordLevel.values()) {
      rank.append(" WHEN '").append(level.name()).append("' THEN ").append(level.detail());
    }
    return rank.append(" END").toString();
  }

  private static Column[] columns(ResultTable table) {
    return Arrays.stream(table.schema().fieldNames()).map(functions::col).toArray(Column[]::new);
  }
}
