package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.jobs.identity.Sha256;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.sweep.SweepOutcome.Work;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import java.time.Duration;
import java.util.ArrayList;
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
 * and nothing if nothing is. Its plan is stored with all that is needed to compute it by its id
 * alone, in shares that may run at the same time: see {@link PlannedSweep}.
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

  /** How long a sweep that takes the tables for itself waits for others. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long one waits that shares a plan with others, each of which commits for seconds. */
  private static final Duration SHARED_PATIENCE = Duration.ofMinutes(15);

  private static final double NANOS_PER_SECOND = 1e9;

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

  /**
   * The sweep that a job asks for, over the lake as it is now, or as it was if the lake is read so.
   * Computes nothing yet.
   */
  public static Sweep of(Lake lake, SweepSpec spec) {
    return new Sweep(lake, spec, SweepTape.of(lake, spec).pin());
  }

  /** The digest of its question and of the contents it is asked of. */
  public String id() {
    return id;
  }

  /** What it was made from. */
  public SweepSpec spec() {
    return spec;
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
    return new PlanStore(lake, CommitSteps.SILENT).load(id).orElseGet(() -> cut(1));
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

  /**
   * Stores the plan and computes nothing; a plan in force stays as it is.
   *
   * @param shards how many shares of it there should be work for
   */
  public StoredPlan store(int shards) {
    PlanStore store = new PlanStore(lake, CommitSteps.SILENT);
    Optional<StoredPlan> inForce = store.find(id).stream().findFirst();
    if (inForce.isPresent() && inForce.get().isSelfContained()) {
      return inForce.get();
    }
    try (LakeLock lock = LakeLock.acquire(results(), SHARED_PATIENCE);
        WorkNames names = names()) {
      names.step("plan");
      if (inForce.isPresent()) {
        store.complete(id, spec, context);
      } else {
        inForce(store, shards, Optional.empty());
      }
    }
    return store.find(id).get(0);
  }

  /** Computes and commits what is missing. */
  public SweepReport run(SweepProgress progress) {
    return run(progress, CommitSteps.SILENT, Optional.empty());
  }

  /** The same after shares of it were computed: waits for those that are still committing. */
  public SweepReport merge(SweepProgress progress) {
    return run(progress, CommitSteps.SILENT, Optional.empty(), SHARED_PATIENCE);
  }

  /** The same with commits that are heard, and a cut that is given. */
  SweepReport run(SweepProgress progress, CommitSteps steps, Optional<SweepPlanner.Cut> cut) {
    return run(progress, steps, cut, PATIENCE);
  }

  private SweepReport run(
      SweepProgress progress,
      CommitSteps steps,
      Optional<SweepPlanner.Cut> cut,
      Duration patience) {
    long start = System.nanoTime();
    try (LakeLock lock = LakeLock.acquire(results(), patience);
        WorkNames names = names()) {
      names.step("plan");
      SweepPlan plan = inForce(new PlanStore(lake, steps), 1, cut);
      RecordLevel level = level(plan);
      ChunkCommits commits = new ChunkCommitter(lake, steps);
      PlannedRuns runs = new PlannedRuns(lake, id);
      Work work = compute(plan, level, runs.missing(level), progress, commits, names);
      if (spec.record().isEmpty() && level == RecordLevel.METRICS) {
        names.step("find the best");
        // these runs are counted already: they only get their days
        compute(plan, RecordLevel.DAILY, daysOfBest(runs), progress, commits, names);
      }
      names.step("count");
      SweepOutcome outcome = new SweepOutcome(lake, id);
      SweepReport report = outcome.report(sets(), plan, work, seconds(start));
      outcome.finish(report);
      return report;
    }
  }

  /** Computes and commits what is missing of a share of the plan, beside others. */
  public ShardReport run(Shard shard, SweepProgress progress) {
    return run(shard, progress, CommitSteps.SILENT);
  }

  /** The same with commits that are heard. */
  ShardReport run(Shard shard, SweepProgress progress, CommitSteps steps) {
    long start = System.nanoTime();
    SweepPlan plan = new PlanStore(lake, steps).load(id).orElseThrow();
    List<PlannedUnit> share =
        plan.units().stream().filter(unit -> shard.holds(unit.chunk())).toList();
    List<Integer> units = share.stream().map(PlannedUnit::number).toList();
    PlannedRuns runs = new PlannedRuns(lake, id);
    ChunkCommits commits =
        new LockedCommits(results(), SHARED_PATIENCE, runs, new ChunkCommitter(lake, steps));
    RecordLevel level = level(plan);
    try (WorkNames names = names()) {
      names.step("shard " + shard);
      Map<Integer, long[]> missing = runs.missingOf(units, level);
      Work work = compute(plan, level, missing, progress, commits, names);
      names.step("count shard " + shard);
      int chunks = (int) share.stream().mapToInt(PlannedUnit::chunk).distinct().count();
      PlanTally tally = runs.tallyOf(units);
      return new ShardReport(
          id, plan.id(), shard, chunks, work.runs(), tally, work.tickLanes(), seconds(start));
    }
  }

  private Work compute(
      SweepPlan plan,
      RecordLevel level,
      Map<Integer, long[]> missing,
      SweepProgress progress,
      ChunkCommits commits,
      WorkNames names) {
    if (missing.isEmpty()) {
      return Work.NONE;
    }
    long runs = missing.values().stream().mapToLong(positions -> positions.length).sum();
    SweepExecution execution = new SweepExecution(lake, id, context, plan, level, commits, names);
    return new Work(runs, execution.run(missing, progress));
  }

  /** A sweep too large to keep all days keeps those of its best sets: their runs are repeated. */
  private Map<Integer, long[]> daysOfBest(PlannedRuns runs) {
    List<String> best = new ArrayList<>();
    for (RankedRun run :
        new Ranking(new ResultReader(lake)).best(id, spec.rank(), BEST_WITH_DAYS)) {
      best.add(run.runId());
      best.add(run.testRunId());
    }
    return runs.missing(best, RecordLevel.DAILY);
  }

  private SweepPlan inForce(PlanStore store, int shards, Optional<SweepPlanner.Cut> cut) {
    return store
        .load(id)
        .orElseGet(
            () -> {
              SweepPlan plan = cut.map(this::cut).orElseGet(() -> cut(shards));
              store.store(id, spec, context, plan);
              return plan;
            });
  }

  private SweepPlan cut(int shards) {
    long rows = context.shares().stream().mapToLong(SweepPlanner.Share::ticks).sum();
    int cores = lake.spark().sparkContext().defaultParallelism();
    return cut(SweepPlanner.Cut.of(cores, rows * sets()).withLeastChunks(shards));
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

  private WorkNames names() {
    return new WorkNames(lake.spark().sparkContext(), spec.job().name(), id);
  }

  /** What is locked: others may go on taking ticks into the lake. */
  private Lake results() {
    return Lake.at(lake.spark(), lake.root() + "/results");
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }
}
