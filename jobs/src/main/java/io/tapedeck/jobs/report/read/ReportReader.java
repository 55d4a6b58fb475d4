package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.result.ResultNames;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import java.util.List;
import org.apache.spark.sql.Row;

/** Finds a sweep or a run in the result tables of a lake and reads it into a report. */
public final class ReportReader {
  private final Lake lake;
  private final ResultReader results;

  public ReportReader(Lake lake) {
    this.lake = lake;
    this.results = new ResultReader(lake);
  }

  /**
   * The report of what this names.
   *
   * @param name a sweep's name (the last of them), the beginning of its id, or of a run's
   * @throws UsageException if it names nothing, or several runs or sweeps
   */
  public ReportModel read(String name) {
    ResultNames names = new ResultNames(results);
    return names.sweepUnlessRun(name).map(this::sweep).orElseGet(() -> run(names.run(name)));
  }

  /** The report of the sweep that was started last. */
  public ReportModel readLatest() {
    List<Row> latest =
        results
            .sweeps()
            .orderBy(col(Columns.STARTED_AT).desc(), col(Columns.SWEEP_ID))
            .limit(1)
            .collectAsList();
    if (latest.isEmpty()) {
      throw UsageException.of("lake " + lake.root() + " holds no sweep: run one, or name a run");
    }
    return sweep(latest.get(0));
  }

  private ReportModel sweep(Row sweep) {
    String sweepId = sweep.getAs(Columns.SWEEP_ID);
    if (results.runsOf(sweepId).isEmpty()) {
      throw UsageException.of("sweep " + sweepId + " has no finished run yet: resume it");
    }
    return new SweepReading(lake, results, sweep).model();
  }

  private ReportModel run(Row run) {
    return new RunReading(lake, results, run, tried(run)).model();
  }

  /** The largest sweep that a run belongs to: what it was picked from. */
  private RunReading.Tried tried(Row run) {
    String[] plan = {Columns.SWEEP_ID, Columns.PLAN_ID};
    return LakeTables.readOrEmpty(lake, ResultTable.SWEEP_RUNS)
        .where(col(Columns.RUN_ID).equalTo(run.getAs(Columns.RUN_ID)))
        .join(results.sweeps(), plan)
        .orderBy(col(Columns.SETS).desc(), col(Columns.STARTED_AT))
        .limit(1)
        .collectAsList()
        .stream()
        .map(
            sweep ->
                new RunReading.Tried(sweep.<Long>getAs(Columns.SETS), SweepReading.date(sweep)))
        .findFirst()
        .orElse(RunReading.Tried.ALONE);
  }
}
