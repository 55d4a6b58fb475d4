package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.tapedeck.jobs.identity.Sha256;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.ResultWriter;
import io.tapedeck.jobs.result.RunStatus;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import io.tapedeck.lake.table.ResultTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * A sweep over a lake: every parameter set of a grid, on every account and window.
 *
 * <p>The same question of the same data is the same sweep: asked again it computes what is missing,
 * and nothing if nothing is.
 */
public final class Sweep {
  /** State of a sweep with runs to compute. */
  public static final String RUNNING = "RUNNING";

  /** State of a sweep without. */
  public static final String DONE = "DONE";

  /** Up to this many daily rows a sweep keeps them for all its runs, unless its job says. */
  static final long MOST_DAILY_ROWS = 1_000_000;

  /** Best runs whose days are kept in a sweep that is larger. */
  private static final int BEST_WITH_DAYS = 20;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int MOST_FAILURES_SHOWN = 20;

  private final Lake lake;
  private final SweepSpec spec;
  private final SweepContext context;
  private final String id;

  private Sweep(Lake lake, SweepSpec spec, SweepContext context) {
    this.lake = lake;
    this.spec = spec;
    this.context = context;
    this.id = Sha256.ofJson(context.question());
  }

  /** The sweep that a job asks for, over the lake as it is now. Computes nothing yet. */
  public static Sweep of(Lake lake, SweepSpec spec) {
    return new Sweep(lake, spec, new SweepTape(lake, spec).pin());
  }

  /** The digest of its question and of the contents it is asked of. */
  public String id() {
    return id;
  }

  SweepContext context() {
    return context;
  }

  /** Parameter sets of the grid. */
  public long sets() {
    return context.grid().count();
  }

  /** The plan in force, or the one it would get. */
  public SweepPlan plan() {
    return new PlanStore(lake, CommitSteps.SILENT).load(id).orElseGet(this::cut);
  }

  /** What it would cost if nothing were there yet. */
  public CostEstimate estimate() {
    SweepPlan plan = plan();
    return CostEstimate.of(plan, measuredRate(), level(plan), sessionsOfAllRuns(plan));
  }

  /** The details it keeps: what the job says, else days unless they are too many. */
  public RecordLevel level() {
    return level(plan());
  }

  /** Computes and commits what is missing. */
  public SweepReport run(SweepProgress progress) {
    return run(progress, CommitSteps.SILENT, Optional.empty());
  }

  /** The same with commits that are heard, and a cut that is given. */
  SweepReport run(SweepProgress progress, CommitSteps steps, Optional<SweepPlanner.Cut> cut) {
    long start = System.nanoTime();
    try (LakeLock lock = LakeLock.acquire(results(), PATIENCE)) {
      PlanStore store = new PlanStore(lake, steps);
      SweepPlan plan = store.load(id).orElseGet(() -> stored(store, cut));
      RecordLevel level = level(plan);
      Work work = compute(plan, level, store.missing(id, level), progress, steps);
      if (spec.record().isEmpty() && level == RecordLevel.METRICS) {
        // these runs are counted already: they only get their days
        compute(plan, RecordLevel.DAILY, daysOfBest(store), progress, steps);
      }
      double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
      SweepReport report = report(plan, work, seconds);
      finish(report);
      return report;
    }
  }

  /** What was computed now. */
  private record Work(long runs, long tickLanes) {}

  private Work compute(
      SweepPlan plan,
      RecordLevel level,
      Map<Integer, long[]> missing,
      SweepProgress progress,
      CommitSteps steps) {
    if (missing.isEmpty()) {
      return new Work(0, 0);
    }
    long runs = missing.values().stream().mapToLong(positions -> positions.length).sum();
    SweepExecution execution = new SweepExecution(lake, id, context, plan, level, steps);
    return new Work(runs, execution.run(missing, progress));
  }

  /** A sweep too large to keep all days keeps those of its best sets: their runs are repeated. */
  private Map<Integer, long[]> daysOfBest(PlanStore store) {
    List<String> best = new ArrayList<>();
    for (RankedRun run :
        new Ranking(new ResultReader(lake)).best(id, spec.rank(), BEST_WITH_DAYS)) {
      best.add(run.runId());
      best.add(run.testRunId());
    }
    return store.missing(id, RecordLevel.DAILY, best);
  }

  private SweepPlan stored(PlanStore store, Optional<SweepPlanner.Cut> cut) {
    SweepPlan plan = cut.map(this::cut).orElseGet(this::cut);
    store.store(id, spec.job().name(), spec.rank().column(), context, plan);
    return plan;
  }

  private SweepPlan cut() {
    long rows = context.shares().stream().mapToLong(SweepPlanner.Share::ticks).sum();
    int cores = lake.spark().sparkContext().defaultParallelism();
    return cut(SweepPlanner.Cut.of(cores, rows * sets()));
  }

  private SweepPlan cut(SweepPlanner.Cut cut) {
    return SweepPlanner.plan(id, context.grid(), context.shares(), cut);
  }

  private RecordLevel level(SweepPlan plan) {
    return spec.record()
        .orElseGet(
            () ->
                sessionsOfAllRuns(plan) <= MOST_DAILY_ROWS
                    ? RecordLevel.DAILY
                    : RecordLevel.METRICS);
  }

  private long sessionsOfAllRuns(SweepPlan plan) {
    return plan.units().stream()
        .mapToLong(
            unit ->
                (long) unit.sets()
                    * context.sessions(context.tape(unit.symbols(), unit.window())).size())
        .sum();
  }

  /** Ticks times sets a second of a core, in all sweeps of this strategy so far; 0 if none. */
  private double measuredRate() {
    ResultReader reader = new ResultReader(lake);
    Dataset<Row> sweeps =
        reader
            .sweeps()
            .where(col(Columns.STRATEGY).equalTo(context.strategy()))
            .select(Columns.SWEEP_ID, Columns.PLAN_ID);
    Row row =
        reader
            .allUnits()
            .join(sweeps, new String[] {Columns.SWEEP_ID, Columns.PLAN_ID}, "left_semi")
            .where(col(Columns.SECONDS).gt(0))
            .agg(
                functions.sum(col(Columns.SECONDS).multiply(col(Columns.TICK_LANES_PER_SECOND))),
                functions.sum(Columns.SECONDS))
            .first();
    return row.isNullAt(0) ? 0 : row.getDouble(0) / row.getDouble(1);
  }

  private Lake results() {
    return Lake.at(lake.spark(), lake.root() + "/results");
  }

  private SweepReport report(SweepPlan plan, Work work, double seconds) {
    Dataset<Row> runs = new ResultReader(lake).runsOf(id).cache();
    try {
      Map<String, Long> statuses = counts(runs.groupBy(Columns.STATUS).count());
      Dataset<Row> reasons =
          runs.where(col(Columns.STATUS).notEqual(RunStatus.COMPLETED.name()))
              .groupBy(
                  functions.concat_ws(": ", col(Columns.REASON), col(Columns.DETAIL)).as("why"))
              .count();
      return new SweepReport(
          id,
          sets(),
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

  private static Map<String, Long> counts(Dataset<Row> rows) {
    Map<String, Long> counts = new LinkedHashMap<>();
    rows.collectAsList().forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    return counts;
  }

  /** Writes down what the sweep came to, once. */
  private void finish(SweepReport report) {
    String state = report.abandoned() == 0 ? DONE : RUNNING;
    Row stored = new ResultReader(lake).sweeps().where(col(Columns.SWEEP_ID).equalTo(id)).first();
    if (stored.getAs(Columns.STATE).equals(DONE)) {
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Columns.STATE, "'" + state + "'");
    values.put(Columns.COMPLETED, report.completed() + "L");
    values.put(Columns.FAILED, report.failed() + "L");
    values.put(Columns.ABANDONED, report.abandoned() + "L");
    values.put(Columns.FINISHED_AT, "current_timestamp()");
    Row cost = new ResultReader(lake).units(id).agg(functions.sum(Columns.SECONDS)).first();
    values.put(Columns.ACTUAL_CORE_SECONDS, cost.isNullAt(0) ? "NULL" : cost.getDouble(0) + "D");
    new ResultWriter(lake).update(ResultTable.SWEEPS, Columns.SWEEP_ID + " = '" + id + "'", values);
  }
}
