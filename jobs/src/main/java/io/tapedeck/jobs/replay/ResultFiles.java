package io.tapedeck.jobs.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.replay.FillRecord;
import io.tapedeck.core.replay.RunOutcome;
import io.tapedeck.jobs.result.RiskLine;
import io.tapedeck.lake.table.Columns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a replay: orders, fills, round trips, daily equity and risk events as CSV, what
 * {@link io.tapedeck.core.replay.RunStudy} makes of them likewise, metrics as JSON. Prices, sizes
 * and money are exact decimals; means are rounded to 1e-9.
 */
public final class ResultFiles {
  private ResultFiles() {}

  /**
   * Writes the files into a folder, which is made if it is missing; files of these names are
   * replaced, each at once, and no others are touched.
   *
   * @param metricsJson contents of metrics.json
   * @return the files written, in order
   */
  public static List<Path> write(Path folder, List<ReplayedRun> runs, String metricsJson)
      throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("orders.csv", OrderFile.text(runs));
    texts.put("fills.csv", fills(runs));
    texts.put("round_trips.csv", roundTrips(runs));
    texts.put("daily.csv", daily(runs));
    texts.put("risk_events.csv", riskEvents(runs));
    texts.putAll(StudyFiles.texts(runs));
    texts.put("metrics.json", metricsJson + "\n");
    Files.createDirectories(folder);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path part = folder.resolve("." + text.getKey() + ".part");
      Files.writeString(part, text.getValue());
      Files.move(part, folder.resolve(text.getKey()), StandardCopyOption.REPLACE_EXISTING);
    }
    return texts.keySet().stream().map(folder::resolve).toList();
  }

  static String riskEvents(List<ReplayedRun> runs) {
    CsvText csv =
        new CsvText(
            "account",
            "time",
            "event",
            Columns.ORDER_ID,
            "symbol",
            "reason",
            "measured",
            Columns.LIMIT_VALUE);
    for (ReplayedRun run : runs) {
      for (RiskLine line : RiskLine.of(run.record(), run.universe())) {
        csv.add(
            run.account(),
            Amounts.time(line.nanos()),
            line.event(),
            line.orderId() == 0 ? "" : line.orderId(),
            line.symbol(),
            line.reason(),
            line.measured() == null ? "" : Amounts.plain(line.measured()),
            line.limit() == null ? "" : Amounts.plain(line.limit()));
      }
    }
    return csv.toString();
  }

  static String fills(List<ReplayedRun> runs) {
    CsvText csv =
        new CsvText(
            "account",
            "symbol",
            Columns.ORDER_ID,
            "time",
            "side",
            "price",
            "size",
            "slippage",
            "fee",
            "liquidity",
            Columns.LEAVES_SIZE);
    for (ReplayedRun run : runs) {
      for (FillRecord fill : run.record().fills()) {
        Instrument of = run.instrument(fill.instrument());
        csv.add(
            run.account(),
            of.symbol(),
            fill.orderId(),
            Amounts.time(fill.timeNanos()),
            fill.side(),
            Amounts.price(of, fill.priceTicks()),
            Amounts.size(of, fill.lots()),
            Amounts.price(of, fill.slippageTicks()),
            Amounts.money(run.currency(), fill.fee()),
            fill.liquidity(),
            Amounts.size(of, fill.leavesLots()));
      }
    }
    return csv.toString();
  }

  /** Closed round trips, then those still open. */
  static String roundTrips(List<ReplayedRun> runs) {
    CsvText csv =
        new CsvText(
            "account",
            "symbol",
            "side",
            "entry_time",
            "exit_time",
            Columns.MAX_SIZE,
            Columns.ENTRY_PRICE,
            Columns.EXIT_PRICE,
            "profit",
            "fees",
            Columns.NET_PROFIT,
            Columns.IS_OPEN,
            "strategy",
            Columns.MAX_ADVERSE,
            Columns.MAX_FAVOURABLE);
    for (ReplayedRun run : runs) {
      run.record().roundTrips().forEach(trip -> add(csv, run, trip));
      if (run.outcome() instanceof RunOutcome.Completed completed) {
        completed.result().openTrades().forEach(trip -> add(csv, run, trip));
      }
    }
    return csv.toString();
  }

  private static void add(CsvText csv, ReplayedRun run, RoundTrip trip) {
    Instrument of = run.instrument(trip.instrument());
    csv.add(
        run.account(),
        of.symbol(),
        trip.side(),
        Amounts.time(trip.entryTimeNanos()),
        Amounts.time(trip.exitTimeNanos()),
        Amounts.size(of, trip.maxLots()),
        Amounts.meanPrice(of, trip.entryTicks()),
        Amounts.meanPrice(of, trip.exitTicks()),
        Amounts.money(run.currency(), trip.profit()),
        Amounts.money(run.currency(), trip.fees()),
        Amounts.money(run.currency(), trip.netProfit()),
        trip.isOpen(),
        run.strategies().get(trip.strategy()),
        Amounts.money(run.currency(), trip.maxAdverse()),
        Amounts.money(run.currency(), trip.maxFavourable()));
  }

  static String daily(List<ReplayedRun> runs) {
    CsvText csv =
        new CsvText(
            "account",
            "date",
            "equity",
            "cash",
            "realised",
            "fees",
            Columns.NOTIONAL_TRADED,
            "open_nanos",
            "session_nanos",
            "financing");
    for (ReplayedRun run : runs) {
      Currency currency = run.currency();
      for (DailyEquity day : run.record().daily()) {
        csv.add(
            run.account(),
            day.date(),
            Amounts.money(currency, day.equity()),
            Amounts.money(currency, day.cash()),
            Amounts.money(currency, day.realised()),
            Amounts.money(currency, day.fees()),
            Amounts.money(currency, day.notionalTraded()),
            day.openNanos(),
            day.sessionNanos(),
            Amounts.money(currency, day.financing()));
      }
    }
    return csv.toString();
  }
}
