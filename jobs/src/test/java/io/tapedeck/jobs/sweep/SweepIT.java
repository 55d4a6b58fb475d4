package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Feed;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.ReplayLane;
import io.tapedeck.core.replay.RunListener;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.jobs.identity.BoundParameters;
import io.tapedeck.jobs.result.RankMetric;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps over a small lake; every test asks the same question in its own way. */
class SweepIT {
  private static final String JOB =
      """
      name: two means
      universe: [QQQ, TTT]
      session: all
      strategy:
        name: sma-cross
        parameters:
          fast: [2, 5, 9]
          slow: {from: 5, to: 20, step: 5}
          size: 10
      where: fast != 5 or slow != 10
      train: {from: 2024-01-08, to: 2024-01-09}
      test: {from: 2024-01-10, to: 2024-01-11}
      fees: {per_share: 0.005}
      rank: total_return
      """;

  /** Several units and two chunks, whatever the machine. */
  private static final SweepPlanner.Cut SMALL = new SweepPlanner.Cut(2, 4, 6, 30_000, 1);

  @TempDir private static Path folder;
  private static Lake lake;
  private static SweepReport report;

  @BeforeAll
  static void undisturbed() {
    lake = SweepLake.in(folder.resolve("undisturbed"));
    report =
        SweepLake.sweep(lake, JOB)
            .run(SweepProgress.SILENT, CommitSteps.SILENT, Optional.of(SMALL));
  }

  @Test
  void refusedSetsFailAndAllOthersComplete() {
    // 3 × 4 sets less (5, 10) are 11; of them (5, 5) and (9, 5) are refused; × 2 symbols × 2
    // windows
    assertThat(report.sets()).isEqualTo(11);
    assertThat(report.runs()).isEqualTo(44);
    assertThat(report.computed()).isEqualTo(44);
    assertThat(report.completed()).isEqualTo(36);
    assertThat(report.failed()).isEqualTo(8);
    assertThat(report.failures().keySet()).allMatch(why -> why.startsWith("INVALID_PARAMETERS"));
    assertThat(report.warnings()).containsEntry("NO_SLIPPAGE", 36L);
    ResultReader reader = new ResultReader(lake);
    assertThat(reader.metrics().count()).isEqualTo(36);
    assertThat(reader.committed(ResultTable.RUN_DAILY).count()).isEqualTo(36 * 2);
    assertThat(reader.sweeps().first().<String>getAs(Columns.STATE)).isEqualTo(Sweep.DONE);
  }

  @Test
  void askedAgainItComputesNothing() {
    SweepReport again = SweepLake.sweep(lake, JOB).run(SweepProgress.SILENT);

    assertThat(again.sweepId()).isEqualTo(report.sweepId());
    assertThat(again.computed()).isZero();
    assertThat(again.completed()).isEqualTo(36);
  }

  @Test
  void theSameRunsInAPlainLoopHaveTheSameBits() {
    SweepContext context = SweepLake.sweep(lake, JOB).context();
    Map<String, String> expected = new HashMap<>();
    for (List<String> account : context.accounts()) {
      for (Window window : context.windows()) {
        PinnedScan tape = context.tape(account, window);
        for (long position = 0; position < context.grid().positions(); position++) {
          context
              .grid()
              .at(position)
              .map(set -> context.parameters().bind(set))
              .filter(set -> !set.isRefused())
              .ifPresent(
                  set ->
                      expected.put(context.identity(tape).runId(set), alone(context, tape, set)));
        }
      }
    }

    Map<String, String> computed = new HashMap<>();
    new ResultReader(lake)
        .runsOf(report.sweepId())
        .where(col(Columns.STATUS).equalTo("COMPLETED"))
        .select(Columns.RUN_ID, Columns.FINGERPRINT)
        .collectAsList()
        .forEach(row -> computed.put(row.getString(0), row.getString(1)));
    assertThat(computed).hasSize(36).isEqualTo(expected);
  }

  @Test
  void killedAfterAnyCommitAndStartedAgainItEndsWithTheSameTables() {
    Lake disturbed = SweepLake.in(folder.resolve("disturbed"));
    Set<String> survived = new HashSet<>();
    int crashes = 0;
    while (crashesAgain(disturbed, survived)) {
      crashes++;
    }

    // 3 commits of the plan; daily, metrics and runs of two chunks, after which a chunk is done
    assertThat(crashes).isEqualTo(3 + 2 * 3);
    for (ResultTable table :
        List.of(
            ResultTable.RUNS,
            ResultTable.RUN_METRICS,
            ResultTable.RUN_DAILY,
            ResultTable.SWEEP_RUNS,
            ResultTable.SWEEP_UNITS)) {
      SharedSpark.assertSameRows(
          SweepLake.comparable(lake, table), SweepLake.comparable(disturbed, table));
    }
  }

  @Test
  void anotherCutOfTheWorkHasTheSameBits() {
    Lake whole = SweepLake.in(folder.resolve("whole"));
    SweepPlanner.Cut oneUnit = new SweepPlanner.Cut(1, 512, 512, Long.MAX_VALUE, 1);
    SweepLake.sweep(whole, JOB).run(SweepProgress.SILENT, CommitSteps.SILENT, Optional.of(oneUnit));

    SharedSpark.assertSameRows(
        SweepLake.comparable(lake, ResultTable.RUN_METRICS).drop(Columns.COMMIT_ID),
        SweepLake.comparable(whole, ResultTable.RUN_METRICS).drop(Columns.COMMIT_ID));
    SharedSpark.assertSameRows(
        SweepLake.comparable(lake, ResultTable.RUNS).drop(Columns.COMMIT_ID),
        SweepLake.comparable(whole, ResultTable.RUNS).drop(Columns.COMMIT_ID));
  }

  @Test
  void moreDetailsReplaceTheRunsThatKeptLess() {
    Lake detailed = SweepLake.in(folder.resolve("detailed"));
    String job = JOB.replace("[QQQ, TTT]", "[QQQ]");
    SweepLake.sweep(detailed, job + "record: metrics\n").run(SweepProgress.SILENT);
    ResultReader reader = new ResultReader(detailed);
    assertThat(reader.committed(ResultTable.FILLS).count()).isZero();

    SweepReport more = SweepLake.sweep(detailed, job + "record: full\n").run(SweepProgress.SILENT);

    assertThat(more.computed()).isEqualTo(18); // refused sets are final, whatever they keep
    assertThat(reader.metrics().count()).isEqualTo(18);
    long fills =
        reader.metrics().agg(org.apache.spark.sql.functions.sum(Columns.FILLS)).first().getLong(0);
    assertThat(reader.committed(ResultTable.FILLS).count()).isEqualTo(fills).isPositive();
    assertThat(reader.committed(ResultTable.EQUITY).count()).isPositive();
    assertThat(
            SweepLake.sweep(detailed, job + "record: daily\n").run(SweepProgress.SILENT).computed())
        .isZero();
  }

  @Test
  void aUnitThatCannotReadItsTapeIsAbandonedAndTriedAgain() throws IOException {
    Lake broken = SweepLake.in(folder.resolve("broken"));
    Sweep sweep = SweepLake.sweep(broken, JOB);
    Path lost = SweepLake.fileOf(broken, LakeTable.TRADES, "TTT", SweepLake.MONDAY);
    Path kept = lost.resolveSibling("kept");
    Files.move(lost, kept);

    SweepReport first = sweep.run(SweepProgress.SILENT, CommitSteps.SILENT, Optional.of(SMALL));

    assertThat(first.abandoned()).isEqualTo(11); // TTT's training dates
    assertThat(first.completed()).isEqualTo(27);

    Files.move(kept, lost);
    SweepReport second = SweepLake.sweep(broken, JOB).run(SweepProgress.SILENT);

    assertThat(second.computed()).isEqualTo(11);
    assertThat(second.abandoned()).isZero();
    for (ResultTable table : List.of(ResultTable.RUNS, ResultTable.RUN_METRICS)) {
      SharedSpark.assertSameRows(
          SweepLake.comparable(lake, table).drop(Columns.COMMIT_ID),
          SweepLake.comparable(broken, table).drop(Columns.COMMIT_ID));
    }
  }

  @Test
  void theRankingHasTheTestBesideTheTrainingAndTheBestFirst() {
    List<RankedRun> best =
        new Ranking(new ResultReader(lake)).best(report.sweepId(), RankMetric.TOTAL_RETURN, 5);

    assertThat(best).hasSize(5).extracting(RankedRun::rank).containsExactly(1, 2, 3, 4, 5);
    assertThat(best)
        .extracting(run -> (Double) run.metrics().get(Columns.TOTAL_RETURN))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(best).allMatch(run -> run.testMetrics().containsKey(Columns.TOTAL_RETURN));
  }

  @Test
  void anotherLakeWithTheSameRowsIsTheSameSweepAndOneChangedTickIsNot() {
    Lake other = SweepLake.in(folder.resolve("changed"));
    assertThat(SweepLake.sweep(other, JOB).id()).isEqualTo(report.sweepId());

    SweepLake.rewriteAsManyFiles(other, LakeTable.TRADES);
    assertThat(SweepLake.sweep(other, JOB).id()).isEqualTo(report.sweepId());

    SweepLake.changeOneTick(other);
    assertThat(SweepLake.sweep(other, JOB).id()).isNotEqualTo(report.sweepId());
  }

  private static String alone(SweepContext context, PinnedScan tape, BoundParameters set) {
    ReplayLane lane =
        ReplayLane.of(
            context
                .assumptions()
                .spec(set.specs(), context.sessions(tape), context.sessionsPerYear(tape)),
            tape.universe(),
            RunListener.NONE);
    try (Feed feed = new LakeFeed(tape, lake.hadoopConfiguration(), context.regularHours(tape))) {
      RunOutcome outcome = Replay.run(feed, List.of(lane)).get(0);
      return HexFormat.of().toHexDigits(((RunOutcome.Completed) outcome).result().fingerprint());
    }
  }

  /** Runs the sweep until a commit that no earlier run crashed at, and crashes there. */
  private static boolean crashesAgain(Lake disturbed, Set<String> survived) {
    Sweep sweep = SweepLake.sweep(disturbed, JOB);
    CommitSteps crash =
        step -> {
          if (survived.add(step)) {
            throw new Killed(step);
          }
        };
    int before = survived.size();
    try {
      sweep.run(SweepProgress.SILENT, crash, Optional.of(SMALL));
    } catch (Killed killed) {
      assertThat(survived).hasSize(before + 1);
      return true;
    }
    return false;
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed(String step) {
      super("killed after " + step);
    }
  }
}
