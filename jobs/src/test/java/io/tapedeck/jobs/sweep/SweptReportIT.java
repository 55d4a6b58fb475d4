package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.core.market.Side;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.report.read.ReportReader;
import io.tapedeck.jobs.report.shelf.ReportShelf;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a small sweep and of its runs, read from its tables and put into its lake. */
class SweptReportIT {
  private static final String JOB =
      """
      name: Two means
      universe: [QQQ]
      session: all
      benchmark: QQQ
      strategy:
        name: sma-cross
        parameters:
          fast: [2, 5]
          slow: [5, 20]
          size: 10
      train: {from: 2024-01-08, to: 2024-01-09}
      test: {from: 2024-01-10, to: 2024-01-11}
      fees: {per_share: 0.005}
      rank: total_return
      record: fills
      """;

  @TempDir private static Path folder;
  private static Lake lake;
  private static ReportModel report;

  @BeforeAll
  static void swept() {
    lake = SweepLake.in(folder);
    String sweepId = SweepLake.sweep(lake, JOB).run(SweepProgress.SILENT).sweepId();
    report = new ReportReader(lake).read(sweepId);
  }

  @Test
  void theBestSetsFillsLieOnThePricesItMet() {
    assertThat(report.details()).extracting(RunDetail::window).containsExactly("train", "test");
    for (RunDetail detail : report.details()) {
      PricePicture picture = detail.trading().pictures().get(0);
      // trades and quotes were read: of each day 5 hours of trades a minute apart, in spans of
      // 48 hours / 1,000: 105 of them a day
      assertThat(picture.prices()).isEqualTo("trades");
      assertThat(picture.range()).hasSizeBetween(200, 220);
      assertThat(picture.range()).allMatch(span -> span.low() <= span.high());
      assertThat(picture.range()).extracting(PricePicture.Span::nanos).isSorted();
      double low = picture.range().stream().mapToDouble(PricePicture.Span::low).min().orElse(0);
      double high = picture.range().stream().mapToDouble(PricePicture.Span::high).max().orElse(0);
      // fills pay the touch of a market of its own walk, which stays near that of the trades
      assertThat(picture.fills())
          .isNotEmpty()
          .allMatch(fill -> fill.price() > low * 0.9 && fill.price() < high * 1.1);
    }
  }

  @Test
  void everyRecordedFillIsMarkedWithItsSide() {
    WindowRun train = bestRun(0);
    List<Row> fills =
        new ResultReader(lake)
            .committed(ResultTable.FILLS)
            .where(col(Columns.RUN_ID).equalTo(train.runId()))
            .orderBy(Columns.NUMBER)
            .collectAsList();
    PricePicture picture = train.detail().trading().pictures().get(0);

    assertThat(picture.fillsInAll()).isEqualTo(fills.size());
    assertThat(picture.fills()).hasSameSizeAs(fills);
    for (int i = 0; i < fills.size(); i++) {
      assertThat(picture.fills().get(i).nanos())
          .isEqualTo(fills.get(i).<Long>getAs(Columns.TS_EVENT));
      assertThat(picture.fills().get(i).side())
          .isEqualTo(Side.valueOf(fills.get(i).getAs(Columns.ORDER_SIDE)));
    }
    assertThat(train.detail().trading().tripsInAll()).isPositive();
  }

  @Test
  void theBenchmarkStartsWithTheSameMoneyAndHasAValueForEachClose() {
    RunDetail train = report.details().get(0);

    assertThat(train.benchmark().symbol()).isEqualTo("QQQ");
    assertThat(train.benchmark().equity()).hasSize(1 + 2);
    assertThat(train.benchmark().equity().get(0)).isEqualTo((double) train.curve().startEquity());
  }

  @Test
  void aRefusedSetIsAFailureAndNoParameterOfTheGrid() {
    // fast 5 is not below slow 5: refused over train and over test
    assertThat(report.parameterNames()).containsExactly("fast", "slow");
    assertThat(report.failures().count()).isEqualTo(2);
    assertThat(report.grid().spreads()).allMatch(spread -> spread.sets() == 3);
  }

  @Test
  void aReportLiesInItsLakeUnderItsNameAndTheIndexListsIt() throws IOException {
    ReportShelf shelf = new ReportShelf(lake);
    String id = report.heading().id().substring(0, 8);

    ReportShelf.Placed sweep = shelf.put(report);
    String page = Files.readString(Path.of(sweep.report()));
    ReportShelf.Placed run = shelf.put(new ReportReader(lake).read(bestRun(0).runId()));
    shelf.put(new ReportReader(lake).read(report.heading().id()));

    assertThat(sweep.report()).isEqualTo(folder + "/reports/two-means-" + id + ".html");
    assertThat(Files.readString(Path.of(sweep.report()))).isEqualTo(page);
    assertThat(page).contains("\"id\":\"price-1-0\"").contains("QQQ held");
    assertThat(Files.readString(Path.of(run.report()))).contains("one of 4 sets</td>");
    assertThat(Files.readString(Path.of(run.index())))
        .contains("2 reports.")
        .contains("./two-means-" + id + ".html")
        .contains("best of 4 sets</td>")
        .contains("one of 4 sets</td>");
    try (var files = Files.list(folder.resolve("reports"))) {
      assertThat(files).hasSize(3); // two reports and the index: no checksums beside them
    }
  }

  @Test
  void withoutFillsTheReportSaysHowToGetThem() {
    String id =
        SweepLake.sweep(lake, JOB.replace("record: fills", "record: daily").replace("2, 5]", "3]"))
            .run(SweepProgress.SILENT)
            .sweepId();

    assertThat(new ReportReader(lake).read(id).details())
        .allMatch(detail -> detail.trading().gap().contains("record: fills"))
        .allMatch(detail -> detail.trading().pictures().isEmpty());
  }

  private record WindowRun(String runId, RunDetail detail) {}

  private static WindowRun bestRun(int window) {
    var outcome = report.ranking().get(0).outcomes().get(window);
    var figures = (io.tapedeck.jobs.report.WindowOutcome.Figures) outcome;
    return new WindowRun(figures.runId(), report.details().get(window));
  }
}
