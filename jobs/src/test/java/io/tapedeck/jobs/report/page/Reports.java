package io.tapedeck.jobs.report.page;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import static io.tapedeck.jobs.report.Books.day;
import static io.tapedeck.jobs.report.Books.usd;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.metrics.AnalysisInput;
import io.tapedeck.core.metrics.RunAnalysis;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.BenchmarkLine;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.jobs.report.HeatMap;
import io.tapedeck.jobs.report.MetricHistogram;
import io.tapedeck.jobs.report.ParameterGrid;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Background;
import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.Failures;
import io.tapedeck.jobs.report.ReportModel.Heading;
import io.tapedeck.jobs.report.ReportModel.Kind;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Reason;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.report.Slice;
import io.tapedeck.jobs.report.Spread;
import io.tapedeck.jobs.report.TradingRecord;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import io.tapedeck.jobs.report.WindowOutcome.NoFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reports to test with: a grid of sma-cross over seven days of BTC-USD. */
final class Reports {
  static final Currency USD = Currency.USD;
  private static final int[] FAST = {20, 50, 100, 200, 500};
  private static final int[] SLOW = {1000, 2000, 4000, 8000};

  private Reports() {}

  static String html(ReportModel model) {
    StringBuilder page = new StringBuilder();
    try {
      HtmlReport.write(model, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  static ReportModel sweep() {
    return sweep("Does a moving-average cross survive fees in a rising market?", ranking());
  }

  static ReportModel sweep(String question, List<RankedSet> ranking) {
    return new ReportModel(
        new Heading(Kind.SWEEP, "5eed".repeat(16), "btc-cross", question, "2024-02-01"),
        USD,
        240,
        List.of(
            new Window("train", "2013-11-25 to 2013-11-28"),
            new Window("test", "2013-11-29 to 2013-12-01")),
        "Sharpe over train",
        List.of("fast", "slow", "size"),
        ranking,
        grid(),
        List.of(
            detail(curves().get(0), trading()),
            detail(curves().get(1), TradingRecord.none("The fills were not kept."))),
        new Failures(
            1,
            List.of(new Reason("FAILED INVALID_PARAMETERS", 1)),
            List.of(
                new FailedRun(
                    "9f31c2", "fast 500, slow 200", "INVALID_PARAMETERS", "fast must be <slow"))),
        new Background(
            List.of(
                new Fact("Fills", "market orders take the next trade, up to its size"),
                new Fact("Fees", "20 bps of each fill"),
                new Fact("Slippage", "5 bps against the taker")),
            List.of(
                new Fact("Strategy", "sma-cross"),
                new Fact("Instruments", "BTC/USD"),
                new Fact("Content digest", "ab".repeat(32))),
            List.of(new DataVersion("trades", 3)),
            List.of("orders and data travel in no time", "no calendar is known for BTC/USD")));
  }

  static ReportModel withoutRuns() {
    ReportModel sweep = sweep();
    return new ReportModel(
        sweep.heading(),
        USD,
        3,
        sweep.windows(),
        sweep.rankedBy(),
        sweep.parameterNames(),
        List.of(),
        ParameterGrid.NONE,
        List.of(),
        sweep.failures(),
        new Background(List.of(), List.of(), List.of(), List.of()));
  }

  /** One run over these daily equities. */
  static ReportModel run(EquityCurve curve, RunMetrics metrics) {
    return new ReportModel(
        new Heading(Kind.RUN, "0123456789abcdef", "sma-cross on BTC/USD", "", ""),
        USD,
        1,
        List.of(new Window("all", "2013-11-25 to 2013-11-28")),
        ReportModel.NOT_RANKED,
        List.of("fast"),
        List.of(new RankedSet(1, List.of("20"), List.of(new Figures("a1", metrics)))),
        ParameterGrid.NONE,
        List.of(detail(curve, TradingRecord.none("The run has no fills."))),
        Failures.NONE,
        new Background(List.of(), List.of(), List.of(), List.of()));
  }

  static RunDetail detail(EquityCurve curve, TradingRecord trading) {
    RunAnalysis analysis =
        RunAnalysis.of(
            new AnalysisInput(
                curve.startEquity(), curve.days(), List.of(), List.of(), List.of(), 8, 2, 10));
    return new RunDetail(curve, analysis, 2, BenchmarkLine.NONE, trading);
  }

  private static TradingRecord trading() {
    long monday = 1_385_337_600_000_000_000L; // 2013-11-25T00:00Z
    long hour = 3_600_000_000_000L;
    return new TradingRecord(
        List.of(
            new PricePicture(
                "BTC/USD",
                "trades",
                List.of(
                    new PricePicture.Span(monday, 799.5, 803.25),
                    new PricePicture.Span(monday + hour, 801, 806),
                    new PricePicture.Span(monday + 2 * hour, 804.5, 810)),
                List.of(
                    new PricePicture.Mark(monday + hour / 2, Side.BUY, 802.75, "0.5"),
                    new PricePicture.Mark(monday + 2 * hour, Side.SELL, 809.5, "0.5")),
                2)),
        List.of(
            new TradingRecord.Trip(
                "BTC/USD",
                Side.BUY,
                monday + hour / 2,
                monday + 2 * hour,
                "0.5",
                802.75,
                809.5,
                usd("3.375"),
                false)),
        1,
        "");
  }

  private static ParameterGrid grid() {
    double[] train = {0.1, -0.2, 0.03};
    double[] test = {-0.1, Double.NaN};
    return new ParameterGrid(
        List.of(
            Spread.of("train", HeatMap.Unit.PERCENT, train),
            Spread.of("test", HeatMap.Unit.PERCENT, test)),
        MetricHistogram.of(
            new HeatMap.Measure("", HeatMap.Unit.PERCENT, HeatMap.Sense.MORE_IS_BETTER),
            List.of(
                new MetricHistogram.Values("train", List.of(0.1, -0.2, 0.03), 0.1),
                new MetricHistogram.Values("test", List.of(-0.1, Double.NaN), -0.1))),
        List.of(
            List.of(
                heatMap("Sharpe over train, median", 1.5),
                heatMap("Sharpe over test, median", -1))),
        List.of(
            List.of(
                Slice.of(
                    sharpe("Median sharpe, train"),
                    "fast",
                    List.of(
                        new Slice.Point("20", 1, true),
                        new Slice.Point("20", 3, false),
                        new Slice.Point("50", -1, true)),
                    "20"))));
  }

  static List<RankedSet> ranking() {
    List<RankedSet> ranking = new ArrayList<>();
    for (int fast : FAST) {
      for (int slow : SLOW) {
        int rank = ranking.size() + 1;
        ranking.add(
            new RankedSet(
                rank,
                List.of(String.valueOf(fast), String.valueOf(slow), "0.5"),
                List.of(
                    new Figures("a" + rank, metrics(0.1234 - 0.01 * rank, 14.5 - rank)),
                    rank == 7
                        ? new NoFigures("INVALID_PARAMETERS")
                        : new Figures("b" + rank, metrics(-0.02 - 0.004 * rank, Double.NaN)))));
      }
    }
    return ranking;
  }

  static RunMetrics metrics(double totalReturn, double sharpe) {
    long start = usd("10000");
    return new RunMetrics(
        start,
        start + Math.round(totalReturn * start),
        usd("321.98"),
        usd("-12.5"),
        usd("98.765"),
        totalReturn,
        3.21,
        0.55,
        sharpe,
        2.5,
        Double.NaN,
        0.0456,
        usd("480"),
        97_200_000_000_000L,
        0.4,
        1.31,
        123_456_789.5,
        88.1,
        0.63,
        42,
        1,
        85,
        0.021,
        0.034,
        4);
  }

  static List<EquityCurve> curves() {
    return List.of(
        new EquityCurve(
            "train",
            usd("10000"),
            List.of(
                day("2013-11-25", "10110.25"),
                day("2013-11-26", "10805.50"),
                day("2013-11-27", "10600.00"),
                day("2013-11-28", "11134.00"))),
        new EquityCurve(
            "test",
            usd("10000"),
            List.of(
                day("2013-11-29", "10420.00"),
                day("2013-11-30", "10100.00"),
                day("2013-12-01", "9760.00"))));
  }

  static HeatMap.Measure sharpe(String title) {
    return new HeatMap.Measure(title, HeatMap.Unit.NUMBER, HeatMap.Sense.MORE_IS_BETTER);
  }

  private static HeatMap heatMap(String title, double shift) {
    List<HeatMap.Point> points = new ArrayList<>();
    for (int fast : FAST) {
      for (int slow : SLOW) {
        double metric =
            fast == 500 && slow == 1000 ? Double.NaN : shift + Math.sin(fast + slow) * 4;
        points.add(new HeatMap.Point(String.valueOf(fast), String.valueOf(slow), metric));
      }
    }
    return HeatMap.of(sharpe(title), "fast", "slow", points, points.get(0));
  }
}
