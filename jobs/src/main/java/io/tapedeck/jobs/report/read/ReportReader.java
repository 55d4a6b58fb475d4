package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds a sweep or a run in the result tables of a lake and reads it into a report. */
public final class ReportReader {
  private static final int MOST_SHOWN = 5;

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
    List<Row> sweeps = sweeps(name);
    if (!sweeps.isEmpty()) {
      return sweep(sweeps.get(0));
    }
    List<Row> runs =
        results.runs().where(col(Columns.RUN_ID).startsWith(name)).limit(2).collectAsList();
    if (runs.size() > 1) {
      throw UsageException.of("several runs begin with " + name + ": give more of the id");
    }
    if (runs.isEmpty()) {
      throw UsageException.of("no sweep or run is called " + name + known());
    }
    return new RunReading(lake, results, runs.get(0), tried(runs.get(0))).model();
  }

  /** The report of the sweep that was started last. */
  public ReportModel readLatest() {
    List<Row> latest = latestFirst(results.sweeps()).limit(1).collectAsList();
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

  private List<Row> sweeps(String name) {
    List<Row> named =
        latestFirst(results.sweeps().where(col(Columns.NAME).equalTo(name)))
            .limit(1)
            .collectAsList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Row> begun =
        results.sweeps().where(col(Columns.SWEEP_ID).startsWith(name)).limit(2).collectAsList();
    if (begun.size() > 1) {
      throw UsageException.of("several sweeps begin with " + name + ": give more of the id");
    }
    return begun;
  }

  private String known() {
    String names =
        latestFirst(results.sweeps()).limit(MOST_SHOWN).collectAsList().stream()
            .map(sweep -> sweep.<String>getAs(Columns.NAME))
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? " in " + lake.root() + ", which holds no sweep"
        : "; the last sweeps are " + names;
  }

  private static Dataset<Row> latestFirst(Dataset<Row> sweeps) {
    return sweeps.orderBy(col(Columns.STARTED_AT).desc(), col(Columns.SWEEP_ID));
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
