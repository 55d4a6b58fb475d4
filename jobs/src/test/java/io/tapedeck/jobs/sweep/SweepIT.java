package io.tapedeck.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepIT {
  static final String JOB =
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
      record: fills
      """;

  @TempDir static Path folder;

  @Test
  void aSweepIsComputedOnceAndAskedAgainComputesNothing() {
    Lake lake = SweepLake.in(folder.resolve("once"));
    Sweep sweep = SweepLake.sweep(lake, JOB);

    SweepReport report = sweep.run(SweepProgress.SILENT);

    // 3 × 4 sets less (5, 10) are 11; of them (5, 5) and (9, 5) are refused; × 2 symbols × 2
    // windows
    assertThat(report.sets()).isEqualTo(11);
    assertThat(report.runs()).isEqualTo(44);
    assertThat(report.computed()).isEqualTo(44);
    assertThat(report.completed()).isEqualTo(36);
    assertThat(report.failed()).isEqualTo(8);
    ResultReader reader = new ResultReader(lake);
    assertThat(reader.metrics().count()).isEqualTo(36);
    assertThat(reader.committed(ResultTable.RUN_DAILY).count()).isEqualTo(36 * 2);
    assertThat(reader.committed(ResultTable.FILLS).count()).isPositive();

    SweepReport again = SweepLake.sweep(lake, JOB).run(SweepProgress.SILENT);

    assertThat(again.sweepId()).isEqualTo(report.sweepId());
    assertThat(again.computed()).isZero();
    assertThat(again.completed()).isEqualTo(36);
  }
}
