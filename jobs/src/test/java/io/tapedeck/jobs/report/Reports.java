package io.tapedeck.jobs.report;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Window;
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
        "btc-cross",
        question,
        USD,
        240,
        List.of(
            new Window("train", "2013-11-25 to 2013-11-28"),
            new Window("test", "2013-11-29 to 2013-12-01")),
        "Sharpe over train",
        List.of("fast", "slow", "size"),
        ranking,
        List.of(
            ReportModel.Spread.of("train", HeatMap.Unit.PERCENT, new double[] {0.1, -0.2, 0.03}),
            ReportModel.Spread.of("test", HeatMap.Unit.PERCENT, new double[] {-0.1, Double.NaN})),
        curves(),
        List.of(heatMap("Sharpe over train, median", 1.5), heatMap("Sharpe over test, median", -1)),
        List.of(
            new FailedRun(
                "9f31c2", "fast 500, slow 200", "INVALID_PARAMETERS", "fast must be <slow")),
        List.of(
            new Fact("Fills", "market orders take the next trade, up to its size"),
            new Fact("Fees", "20 bps of each fill"),
            new Fact("Slippage", "5 bps against the taker")),
        List.of(new Fact("Strategy", "sma-cross"), new Fact("Content digest", "ab".repeat(32))),
        List.of(new DataVersion("trades", 3)),
        List.of("orders and data travel in no time", "no calendar is known for BTC/USD"));
  }

  static ReportModel withoutRuns() {
    ReportModel sweep = sweep();
    return new ReportModel(
        sweep.title(),
        "",
        USD,
        3,
        sweep.windows(),
        sweep.rankedBy(),
        sweep.parameterNames(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        sweep.failures(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
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

  static long usd(String amount) {
    return USD.money(new BigDecimal(amount));
  }

  static DailyEquity day(String date, String equity) {
    return new DailyEquity(
        LocalDate.parse(date), usd(equity), usd(equity), 0, usd("12.34"), usd("5000"), 1, 2);
  }

  private static List<EquityCurve> curves() {
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
