package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Reads result tables. Rows of a run are seen only if `runs` has their run and commit: what an
 * interrupted sweep left behind, or a later commit replaced, does not show.
 */
public final class ResultReader {
  private final Lake lake;

  public ResultReader(Lake lake) {
    this.lake = lake;
  }

  /** Committed runs. */
  public Dataset<Row> runs() {
    return ResultColumns.read(lake, ResultTable.RUNS);
  }

  /** Committed rows of a table of run details or metrics. */
  public Dataset<Row> committed(ResultTable table) {
    Dataset<Row> markers = runs().select(Columns.RUN_ID, Columns.COMMIT_ID);
    return ResultColumns.read(lake, table)
        .join(markers, new String[] {Columns.RUN_ID, Columns.COMMIT_ID}, "left_semi");
  }

  /** Metrics of completed runs. */
  public Dataset<Row> metrics() {
    return committed(ResultTable.RUN_METRICS);
  }

  /** Sweeps, each with the plan in force. */
  public Dataset<Row> sweeps() {
    return ResultColumns.read(lake, ResultTable.SWEEPS);
  }

  /** Units of the plan in force of a sweep. */
  public Dataset<Row> units(String sweepId) {
    return ofPlan(ResultTable.SWEEP_UNITS, sweepId);
  }

  /** Units of all sweeps, those of plans that never came into force included. */
  public Dataset<Row> allUnits() {
    return ResultColumns.read(lake, ResultTable.SWEEP_UNITS);
  }

  /** Which runs answer which sweeps, those of plans that never came into force included. */
  public Dataset<Row> allSweepRuns() {
    return ResultColumns.read(lake, ResultTable.SWEEP_RUNS);
  }

  /** Which run answers which position of a sweep, committed or not. */
  public Dataset<Row> sweepRuns(String sweepId) {
    return ofPlan(ResultTable.SWEEP_RUNS, sweepId);
  }

  /** Committed runs of a sweep with their positions and windows. */
  public Dataset<Row> runsOf(String sweepId) {
    return sweepRuns(sweepId)
        .select(Columns.RUN_ID, Columns.POSITION, Columns.RUN_WINDOW, Columns.UNIT)
        .join(runs(), Columns.RUN_ID);
  }

  private Dataset<Row> ofPlan(ResultTable table, String sweepId) {
    Dataset<Row> plan =
        sweeps()
            .where(col(Columns.SWEEP_ID).equalTo(sweepId))
            .select(Columns.SWEEP_ID, Columns.PLAN_ID);
    return ResultColumns.read(lake, table)
        .where(col(Columns.SWEEP_ID).equalTo(sweepId))
        .join(plan, new String[] {Columns.SWEEP_ID, Columns.PLAN_ID}, "left_semi");
  }
}
