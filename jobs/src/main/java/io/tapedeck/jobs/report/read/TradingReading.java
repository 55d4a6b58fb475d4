package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.PricePicture.Mark;
import io.tapedeck.jobs.report.TradingRecord;
import io.tapedeck.jobs.report.TradingRecord.Trip;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what a run traded, where its details were kept. */
final class TradingReading {
  private static final int MOST_INSTRUMENTS = 4;
  private static final int MOST_FILLS = 2_000;
  private static final int MOST_TRIPS = 200;
  private static final String MISSING =
      "The fills of this run were not kept. Put record: fills into its job file and run it again:"
          + " the report then shows every entry and exit on the price.";

  private final ResultReader results;
  private final RunRow run;
  private final RunMetrics figures;
  private final RunPrices prices;

  TradingReading(ResultReader results, RunRow run, RunMetrics figures, RunPrices prices) {
    this.results = results;
    this.run = run;
    this.figures = figures;
    this.prices = prices;
  }

  TradingRecord record() {
    if (!RecordLevel.valueOf(run.text(Columns.RECORD)).includes(RecordLevel.FILLS)) {
      return TradingRecord.none(MISSING);
    }
    if (figures.fills() == 0) {
      return TradingRecord.none("The run has no fills.");
    }
    List<Map.Entry<String, List<Mark>>> traded = traded();
    List<PricePicture> pictures = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (var each : traded.subList(0, Math.min(MOST_INSTRUMENTS, traded.size()))) {
      picture(each.getKey(), each.getValue())
          .ifPresentOrElse(pictures::add, () -> without.add(each.getKey()));
    }
    return new TradingRecord(
        pictures,
        trips(),
        figures.roundTrips() + figures.openTrades(),
        gap(traded.size(), String.join(", ", without)));
  }

  private Dataset<Row> of(ResultTable table) {
    return results.committed(table).where(col(Columns.RUN_ID).equalTo(run.runId()));
  }

  /** Every k-th of all fills, by instrument, the most traded first. */
  private List<Map.Entry<String, List<Mark>>> traded() {
    Map<String, List<Mark>> marks = new TreeMap<>();
    for (Row row :
        of(ResultTable.FILLS)
            .where(col(Columns.NUMBER).minus(1).mod(step()).equalTo(0))
            .orderBy(Columns.NUMBER)
            .limit(MOST_FILLS)
            .collectAsList()) {
      marks.computeIfAbsent(row.getAs(Columns.SYMBOL), none -> new ArrayList<>()).add(mark(row));
    }
    return marks.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, List<Mark>> each) -> each.getValue().size())
                .reversed())
        .toList();
  }

  private long step() {
    return (figures.fills() + MOST_FILLS - 1) / MOST_FILLS;
  }

  private static Mark mark(Row row) {
    return new Mark(
        row.getAs(Columns.TS_EVENT),
        Side.valueOf(row.getAs(Columns.ORDER_SIDE)),
        row.<BigDecimal>getAs(Columns.PRICE).doubleValue(),
        plain(row.getAs(Columns.SIZE)));
  }

  private static String gap(int instruments, String without) {
    String most =
        instruments > MOST_INSTRUMENTS
            ? "Shown are the "
                + MOST_INSTRUMENTS
                + " instruments with the most fills, of "
                + Figure.count(instruments)
                + ". "
            : "";
    String gone =
        without.isEmpty() ? "" : "The run read no trades, quotes or bars of " + without + ".";
    return (most + gone).strip();
  }

  /** Of fills that were thinned, those of all instruments are counted. */
  private Optional<PricePicture> picture(String symbol, List<Mark> marks) {
    long inAll = step() == 1 ? marks.size() : figures.fills();
    return prices
        .of(symbol)
        .map(found -> new PricePicture(symbol, found.words(), found.ranges(), marks, inAll));
  }

  private List<Trip> trips() {
    return of(ResultTable.ROUND_TRIPS)
        .orderBy(Columns.NUMBER)
        .limit(MOST_TRIPS)
        .collectAsList()
        .stream()
        .map(
            row ->
                new Trip(
                    row.getAs(Columns.SYMBOL),
                    Side.valueOf(row.getAs(Columns.ORDER_SIDE)),
                    row.getAs(Columns.TS_ENTRY),
                    row.getAs(Columns.TS_EXIT),
                    plain(row.getAs(Columns.MAX_SIZE)),
                    row.getAs(Columns.ENTRY_PRICE),
                    row.getAs(Columns.EXIT_PRICE),
                    new MetricsRow(row, run.currency()).money(Columns.NET_PROFIT),
                    row.getAs(Columns.IS_OPEN)))
        .toList();
  }

  private static String plain(BigDecimal size) {
    return size.stripTrailingZeros().toPlainString();
  }
}
