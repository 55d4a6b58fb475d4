package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultRow;
import io.tapedeck.lake.table.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Computes the missing runs of a plan on Spark, chunk by chunk; while one is committed the next is
 * replayed.
 */
final class SweepExecution {
  private static final long PROGRESS_MILLIS = 500;

  private final JavaSparkContext spark;
  private final String sweepId;
  private final SweepPlan plan;
  private final RecordLevel level;
  private final ChunkCommits commits;
  private final WorkNames names;
  private final Broadcast<SweepContext> context;
  private final Broadcast<SerializableConfiguration> hadoop;
  private final SweepMeters meters;

  SweepExecution(
      Lake lake,
      String sweepId,
      SweepContext context,
      SweepPlan plan,
      RecordLevel level,
      ChunkCommits commits,
      WorkNames names) {
    this.spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    this.sweepId = sweepId;
    this.plan = plan;
    this.level = level;
    this.commits = commits;
    this.names = names;
    this.context = spark.broadcast(context);
    this.hadoop = spark.broadcast(new SerializableConfiguration(lake.hadoopConfiguration()));
    this.meters = SweepMeters.of(lake.spark().sparkContext());
  }

  /**
   * Computes and commits these runs.
   *
   * @param missing positions by unit
   * @return ticks times sets that were replayed
   */
  long run(Map<Integer, long[]> missing, SweepProgress progress) {
    List<List<UnitWork>> chunks = new ArrayList<>();
    for (int chunk = 0; chunk < plan.chunks(); chunk++) {
      chunks.add(
          plan.chunk(chunk).stream()
              .filter(unit -> missing.containsKey(unit.number()))
              .map(unit -> new UnitWork(unit, missing.get(unit.number())))
              .toList());
    }
    chunks.removeIf(List::isEmpty);
    long all = chunks.stream().flatMap(List::stream).mapToLong(UnitWork::tickLanes).sum();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(daemon());
    Future<?> ticker =
        clock.scheduleAtFixedRate(
            () -> progress.update(Math.min(1, done() / Math.max(1.0, (double) all)), done()),
            PROGRESS_MILLIS,
            PROGRESS_MILLIS,
            TimeUnit.MILLISECONDS);
    ExecutorService committer = Executors.newSingleThreadExecutor(daemon());
    try {
      run(chunks, committer);
      return all;
    } finally {
      ticker.cancel(true);
      clock.shutdownNow();
      committer.shutdown();
      context.destroy();
      hadoop.destroy();
    }
  }

  private long done() {
    return meters.tickLanes().value();
  }

  private void run(List<List<UnitWork>> chunks, ExecutorService committer) {
    Future<?> last = null;
    for (List<UnitWork> work : chunks) {
      ReplayedChunk replayed = replay(work);
      await(last);
      last = committer.submit(() -> commit(replayed));
    }
    await(last);
  }

  private ReplayedChunk replay(List<UnitWork> work) {
    int chunk = work.get(0).unit().chunk();
    names.replay(chunk, plan.chunks(), work);
    int tries = triesOfTasks();
    UnitTask task = new UnitTask(context, hadoop, sweepId, plan.id(), level, tries, meters);
    try {
      return keep(chunk, work, spark.parallelize(work, work.size()).mapPartitions(task));
    } catch (Exception failed) {
      if (!(failed instanceof SparkException) || spark.sc().isStopped()) {
        throw failed instanceof RuntimeException unchecked
            ? unchecked
            : new IllegalStateException(failed);
      }
      names.step("abandon " + WorkNames.ofAll(chunk, plan.chunks()));
      String reason = "the Spark job failed: " + firstLine(failed);
      AbandonTask abandon = new AbandonTask(context, hadoop, level, reason);
      return keep(chunk, work, spark.parallelize(work, work.size()).mapPartitions(abandon));
    }
  }

  private static ReplayedChunk keep(int chunk, List<UnitWork> work, JavaRDD<ResultRow> rows) {
    JavaRDD<ResultRow> kept = rows.persist(StorageLevel.DISK_ONLY());
    ChunkSummary summary =
        kept.aggregate(new ChunkSummary(), ChunkSummary::add, ChunkSummary::plus);
    return new ReplayedChunk(chunk, work, kept, summary);
  }

  private void commit(ReplayedChunk chunk) {
    names.step("commit " + WorkNames.ofAll(chunk.number(), plan.chunks()));
    commits.commit(plan.id(), level, chunk);
    chunk.rows().unpersist();
  }

  /** How often Spark tries a task: local masters do once, unless they say otherwise. */
  private int triesOfTasks() {
    String master = spark.master();
    if (master.matches("local(\\[[^,]*\\])?")) {
      return 1;
    }
    return master.startsWith("local[")
        ? Integer.parseInt(master.replaceAll(".*,\\s*|\\]", ""))
        : spark.getConf().getInt("spark.task.maxFailures", 4);
  }

  private static String firstLine(Exception failed) {
    return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
  }

  private static void await(Future<?> commit) {
    if (commit == null) {
      return;
    }
    try {
      commit.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a chunk was committed", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("a chunk could not be committed", e.getCause());
    }
  }

  private static java.util.concurrent.ThreadFactory daemon() {
    return task -> {
      Thread thread = new Thread(task, "tapedeck-sweep");
      thread.setDaemon(true);
      return thread;
    };
  }
}
