package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.ResultWriter;
import io.tapedeck.jobs.sweep.PlanCheck.Verdict;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.ResultTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of eight runs in three chunks, computed by its id in shares. */
class ShardIT {
  /** All dates the lake has: those of the plan, whatever comes later. */
  private static final String JOB =
      """
      name: shares
      universe: [QQQ, TTT]
      session: all
      strategy: {name: sma-cross, parameters: {fast: [2, 5], slow: [5, 9], size: 10}}
      rank: total_return
      """;

  private static final List<ResultTable> TABLES =
      List.of(
          ResultTable.RUNS,
          ResultTable.RUN_METRICS,
          ResultTable.RUN_DAILY,
          ResultTable.SWEEP_RUNS,
          ResultTable.SWEEP_UNITS);

  @TempDir private static Path folder;

  @Test
  void sharesOfAPinnedPlanAreTheSweepBitForBitWhateverHappens() throws Exception {
    Lake whole = SweepLake.in(folder.resolve("whole"));
    Sweep undisturbed = SweepLake.sweep(whole, JOB);
    StoredPlan planned = undisturbed.store(3);
    SweepReport atOnce = undisturbed.run(SweepProgress.SILENT);
    // (5, 5) is refused for both symbols; QQQ's two units are chunks, TTT's have half the ticks
    assertThat(atOnce.completed()).isEqualTo(6);
    assertThat(atOnce.failed()).isEqualTo(2);
    assertThat(planned.chunks()).isEqualTo(3);

    Lake lake = SweepLake.in(folder.resolve("shared"));
    Sweep asked = SweepLake.sweep(lake, JOB);
    StoredPlan plan = asked.store(3);
    assertThat(plan).isEqualTo(planned);
    assertThat(asked.store(7)).isEqualTo(plan); // never cut anew
    SweepLake.rewriteAsManyFiles(lake, LakeTable.QUOTES);
    SweepLake.changeOneTick(lake);
    SweepLake.takeAnotherDay(lake);
    assertThat(SweepLake.sweep(lake, JOB).id()).isNotEqualTo(plan.sweepId());

    Sweep sweep = PlannedSweep.find(lake, plan.planId().substring(0, 9)).open();
    killedBeforeItsRunsAreCommitted(lake, sweep);
    ShardReport first = share(sweep, "1/3");
    assertThat(first.computed()).isEqualTo(2);
    assertThat(first.tally().committed()).isEqualTo(2);
    CompletableFuture<ShardReport> one = CompletableFuture.supplyAsync(() -> share(sweep, "2/3"));
    CompletableFuture<ShardReport> same = CompletableFuture.supplyAsync(() -> share(sweep, "2/3"));
    assertThat(one.get().tally()).isEqualTo(same.get().tally());
    thePagesNameTheWork(lake, sweep);

    assertThat(verdict(lake, plan)).isEqualTo(Verdict.UNFINISHED); // nobody merged them
    SweepReport merged = sweep.merge(SweepProgress.SILENT);
    assertThat(merged.computed()).isZero();
    assertThat(merged.completed()).isEqualTo(6);
    assertThat(verdict(lake, plan)).isEqualTo(Verdict.SOME_FAILED);
    for (ResultTable table : TABLES) {
      SharedSpark.assertSameRows(
          SweepLake.comparable(whole, table), SweepLake.comparable(lake, table));
    }
    unitsAreMeasured(lake, plan);
  }

  @Test
  void aPlanThatIsNotWhatItWasIsRefusedWithTheReason() throws Exception {
    Lake lake = SweepLake.in(folder.resolve("stale"));
    Path pinned = SweepLake.fileOf(lake, LakeTable.TRADES, "TTT", SweepLake.MONDAY);
    StoredPlan plan = SweepLake.sweep(lake, JOB).store(1);
    SweepLake.rewriteAsManyFiles(lake, LakeTable.TRADES);
    assertThat(PlannedSweep.find(lake, plan.sweepId()).open().id()).isEqualTo(plan.sweepId());

    set(lake, plan, Columns.JOB_JSON, "replace(job_json, '\"10\"', '\"11\"')");
    set(lake, plan, Columns.STRATEGY_DIGEST, "'of other classes'");
    refuses(lake, plan, "the classes of strategy sma-cross are not those of the plan");
    set(lake, plan, Columns.JOB_JSON, "NULL");
    refuses(
        lake,
        plan,
        "it was stored without its job and table versions; run its job: tapedeck sweep JOB");

    assertThat(SweepLake.sweep(lake, JOB).store(1).isSelfContained()).isTrue();
    Files.delete(pinned);
    refuses(lake, plan, "trades cannot be read any more");
  }

  /** Details are in, the runs are not: they do not count, and are not written twice. */
  private static void killedBeforeItsRunsAreCommitted(Lake lake, Sweep sweep) {
    CommitSteps kill =
        step -> {
          if (step.endsWith(ResultTable.RUN_METRICS.label())) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> sweep.run(Shard.parse("1/3"), SweepProgress.SILENT, kill))
        .hasMessage("killed");
    assertThat(new ResultReader(lake).runs().count()).isZero();
  }

  private static void thePagesNameTheWork(Lake lake, Sweep shared) throws Exception {
    SparkContext spark = lake.spark().sparkContext();
    String before = spark.getLocalProperty(WorkNames.DESCRIPTION);
    NamedWork pages = new NamedWork();
    spark.addSparkListener(pages);
    try {
      share(shared, "3/3");
      spark.listenerBus().waitUntilEmpty();
    } finally {
      spark.removeSparkListener(pages);
    }

    String sweep = "sweep shares " + shared.id().substring(0, 12);
    assertThat(pages.groups()).contains(sweep);
    assertThat(pages.descriptions())
        .contains(sweep + ": replay chunk 3/3, units 2 to 3", sweep + ": commit chunk 3/3");
    // TTT has 4 × 300 trades: each unit reads them for two sets, one of which is refused
    Map<String, String> meters = pages.accumulators("replay chunk 3/3, units 2 to 3");
    assertThat(meters)
        .containsEntry(SweepMeters.TICKS, "2400")
        .containsEntry(SweepMeters.TICK_LANES, "4800")
        .containsEntry(SweepMeters.LANES, "3")
        .containsKey(SweepMeters.DECODE_NANOS);
    assertThat(meters.get(SweepMeters.UNIT)).startsWith("TTT all positions ");
    assertThat(pages.details("replay chunk 3/3, units 2 to 3"))
        .isEqualTo("unit 2: TTT all positions 0 to 1\nunit 3: TTT all positions 2 to 3");
    assertThat(spark.getLocalProperty(WorkNames.DESCRIPTION)).isEqualTo(before);
  }

  private static void unitsAreMeasured(Lake lake, StoredPlan plan) {
    var units = new ResultReader(lake).units(plan.sweepId());
    assertThat(units.agg(sum(Columns.LANES)).first().getLong(0)).isEqualTo(6);
    assertThat(
            units
                .where(col(Columns.DECODE_SECONDS).between(0, col(Columns.SECONDS)))
                .where(col(Columns.TICKS_PER_SECOND).gt(0))
                .count())
        .isEqualTo(4);
  }

  private static ShardReport share(Sweep sweep, String shard) {
    return sweep.run(Shard.parse(shard), SweepProgress.SILENT);
  }

  private static Verdict verdict(Lake lake, StoredPlan plan) {
    return PlannedSweep.find(lake, plan.planId()).verify().verdict();
  }

  private static void set(Lake lake, StoredPlan plan, String column, String value) {
    new ResultWriter(lake)
        .update(
            ResultTable.SWEEPS,
            Columns.SWEEP_ID + " = '" + plan.sweepId() + "'",
            Map.of(column, value));
  }

  private static void refuses(Lake lake, StoredPlan plan, String why) {
    PlannedSweep stored = PlannedSweep.find(lake, plan.sweepId());
    assertThatThrownBy(stored::open)
        .isInstanceOf(StalePlanException.class)
        .hasMessageContaining(why);
  }
}
