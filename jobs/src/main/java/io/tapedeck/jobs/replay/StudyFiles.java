package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.Breakdown;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.metrics.Drawdown;
import io.tapedeck.core.metrics.Excursions;
import io.tapedeck.core.metrics.OrderShortfall;
import io.tapedeck.core.metrics.RoundTripTally;
import io.tapedeck.core.metrics.RunAnalysis;
import io.tapedeck.core.metrics.TripSummary;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.core.replay.RunStudy;
import io.tapedeck.lake.table.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a replay that look into its runs, as {@link RunStudy} sees them; a run that failed
 * has no line in them. Money is exact; ratios and means are rounded to 1e-9, and empty where they
 * are not defined.
 */
final class StudyFiles {
  private record Studied(ReplayedRun run, RunAnalysis analysis) {
    String money(long money) {
      return Amounts.money(run.currency(), money);
    }

    String strategy(int index) {
      return run.strategies().get(index);
    }

    String symbol(int index) {
      return run.instrument(index).symbol();
    }
  }

  @FunctionalInterface
  private interface GroupLine<T> {
    void add(String by, Object of, T summary);
  }

  private final List<Studied> studies = new ArrayList<>();

  private StudyFiles(List<ReplayedRun> runs) {
    for (ReplayedRun run : runs) {
      if (run.outcome() instanceof RunOutcome.Completed completed) {
        studies.add(
            new Studied(
                run,
                RunStudy.of(
                    completed.result(), run.record(), run.universe(), run.sessionsPerYear())));
      }
    }
  }

  /** Contents by name of the file, in the order people read. */
  static Map<String, String> texts(List<ReplayedRun> runs) {
    StudyFiles files = new StudyFiles(runs);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("rolling_sharpe.csv", files.rollingSharpe());
    texts.put("drawdowns.csv", files.drawdowns());
    texts.put("monthly_returns.csv", files.monthlyReturns());
    texts.put("breakdown.csv", files.breakdown());
    texts.put("costs.csv", files.costs());
    texts.put("shortfall.csv", files.shortfall());
    return texts;
  }

  private String rollingSharpe() {
    CsvText csv = new CsvText("account", "date", "sharpe");
    for (Studied of : studies) {
      of.analysis()
          .rollingSharpe()
          .forEach(
              figure -> csv.add(of.run().account(), figure.date(), Amounts.figure(figure.value())));
    }
    return csv.toString();
  }

  /** No peak: the start of the run; no recovery: none until its end. */
  private String drawdowns() {
    CsvText csv =
        new CsvText(
            "account",
            "peak",
            "trough",
            "recovery",
            "depth",
            "depth_money",
            "sessions_to_trough",
            "sessions");
    for (Studied of : studies) {
      for (Drawdown fall : of.analysis().drawdowns()) {
        csv.add(
            of.run().account(),
            date(fall.peak()),
            fall.trough(),
            date(fall.recovery()),
            Amounts.figure(fall.depth()),
            of.money(fall.depthMoney()),
            fall.sessionsToTrough(),
            fall.sessions());
      }
    }
    return csv.toString();
  }

  private static String date(Optional<LocalDate> date) {
    return date.map(LocalDate::toString).orElse("");
  }

  private String monthlyReturns() {
    CsvText csv = new CsvText("account", "month", "return");
    for (Studied of : studies) {
      of.analysis()
          .months()
          .forEach(
              month -> csv.add(of.run().account(), month.month(), Amounts.figure(month.value())));
    }
    return csv.toString();
  }

  /** Closed round trips; the side is that of the position. */
  private String breakdown() {
    CsvText csv =
        new CsvText(
            "account",
            "by",
            "of",
            "trips",
            Columns.NET_PROFIT,
            Columns.HIT_RATE,
            Columns.PROFIT_FACTOR,
            "expectancy",
            "fees",
            "mean_adverse",
            "largest_adverse",
            "mean_favourable",
            "largest_favourable");
    for (Studied of : studies) {
      eachGroup(of, of.analysis().trips(), (by, name, trips) -> add(csv, of, by, name, trips));
    }
    return csv.toString();
  }

  private static void add(CsvText csv, Studied of, String by, Object name, TripSummary trips) {
    RoundTripTally tally = trips.tally();
    Excursions way = trips.excursions();
    Currency currency = of.run().currency();
    csv.add(
        of.run().account(),
        by,
        name,
        tally.closed(),
        of.money(tally.netProfit()),
        Amounts.figure(tally.hitRate()),
        Amounts.figure(tally.profitFactor()),
        Amounts.meanMoney(currency, tally.expectancy()),
        of.money(trips.fees()),
        Amounts.meanMoney(currency, way.meanAdverse()),
        of.money(way.largestAdverse()),
        Amounts.meanMoney(currency, way.meanFavourable()),
        of.money(way.largestFavourable()));
  }

  /** Costs of all fills, those of open positions included; the side is that of the fill. */
  private String costs() {
    CsvText csv = new CsvText("account", "by", "of", "fees", "slippage", "spread");
    for (Studied of : studies) {
      Breakdown<CostBreakdown> costs = of.analysis().costs();
      eachGroup(
          of,
          costs,
          (by, name, paid) ->
              csv.add(
                  of.run().account(),
                  by,
                  name,
                  of.money(paid.fees()),
                  of.money(paid.slippage()),
                  of.money(paid.spread())));
    }
    return csv.toString();
  }

  private static <T> void eachGroup(Studied of, Breakdown<T> groups, GroupLine<T> line) {
    line.add("total", "", groups.total());
    groups.byStrategy().forEach((index, sum) -> line.add("strategy", of.strategy(index), sum));
    groups.byInstrument().forEach((index, sum) -> line.add("instrument", of.symbol(index), sum));
    groups.bySide().forEach((side, sum) -> line.add("side", side, sum));
  }

  private String shortfall() {
    CsvText csv =
        new CsvText(
            "account",
            "symbol",
            Columns.ORDER_ID,
            "strategy",
            "side",
            "paper_notional",
            "delay",
            "execution",
            "fee",
            "opportunity",
            "total",
            "total_bps");
    for (Studied of : studies) {
      of.analysis().orders().forEach(order -> add(csv, of, order));
    }
    return csv.toString();
  }

  private static void add(CsvText csv, Studied of, OrderShortfall order) {
    csv.add(
        of.run().account(),
        of.symbol(order.instrument()),
        order.orderId(),
        of.strategy(order.strategy()),
        order.side(),
        of.money(order.paperNotional()),
        of.money(order.delay()),
        of.money(order.execution()),
        of.money(order.fee()),
        of.money(order.opportunity()),
        of.money(order.total()),
        Amounts.figure(order.totalBps()));
  }
}
