package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.tapedeck.core.market.Side;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.PricePicture;
import io.tapedeck.jobs.report.PricePicture.Mark;
import io.tapedeck.jobs.report.TradingRecord;
import io.tapedeck.jobs.report.TradingRecord.Trip;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads what a run traded, where its details were kept. */
final class TradingReading {
  private static final int MOST_INSTRUMENTS = 4;
  private static final int MOST_FILLS = 1_000;
  private static final int MOST_TRIPS = 200;
  private static final String MISSING =
      "The fills of this run were not kept. Put record: fills into its job file and run it again:"
          + " the report then shows every entry and exit on the price.";

  private final Lake lake;
  private final ResultReader results;
  private final RunRow run;

  TradingReading(Lake lake, ResultReader results, RunRow run) {
    this.lake = lake;
    this.results = results;
    this.run = run;
  }

  private record Traded(String symbol, long fills) {}

  TradingRecord record() {
    if (!RecordLevel.valueOf(run.text(Columns.RECORD)).includes(RecordLevel.FILLS)) {
      return TradingRecord.none(MISSING);
    }
    Dataset<Row> fills = of(ResultTable.FILLS);
    List<Traded> traded = traded(fills);
    if (traded.isEmpty()) {
      return TradingRecord.none("The run has no fills.");
    }
    List<PricePicture> pictures = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (Traded each : traded.subList(0, Math.min(MOST_INSTRUMENTS, traded.size()))) {
      picture(each, fills).ifPresentOrElse(pictures::add, () -> without.add(each.symbol()));
    }
    Dataset<Row> trips = of(ResultTable.ROUND_TRIPS);
    return new TradingRecord(
        pictures, trips(trips), trips.count(), gap(traded.size(), String.join(", ", without)));
  }

  private Dataset<Row> of(ResultTable table) {
    return results.committed(table).where(col(Columns.RUN_ID).equalTo(run.runId()));
  }

  private static List<Traded> traded(Dataset<Row> fills) {
    return fills
        .groupBy(Columns.SYMBOL)
        .agg(count(lit(1)).as(Columns.FILLS))
        .orderBy(col(Columns.FILLS).desc(), col(Columns.SYMBOL))
        .collectAsList()
        .stream()
        .map(row -> new Traded(row.getString(0), row.getLong(1)))
        .toList();
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

  private Optional<PricePicture> picture(Traded traded, Dataset<Row> fills) {
    return new PinnedPrices(lake, run)
        .of(traded.symbol())
        .map(
            prices ->
                new PricePicture(
                    traded.symbol(),
                    prices.words(),
                    PriceReading.spans(prices.rows()),
                    marks(traded, fills),
                    traded.fills()));
  }

  /** All fills, or every k-th of them. */
  private static List<Mark> marks(Traded traded, Dataset<Row> fills) {
    long step = (traded.fills() + MOST_FILLS - 1) / MOST_FILLS;
    return fills
        .where(
            col(Columns.SYMBOL)
                .equalTo(traded.symbol())
                .and(col(Columns.NUMBER).mod(step).equalTo(step == 1 ? 0 : 1)))
        .orderBy(Columns.NUMBER)
        .limit(MOST_FILLS)
        .collectAsList()
        .stream()
        .map(
            row ->
                new Mark(
                    row.getAs(Columns.TS_EVENT),
                    Side.valueOf(row.getAs(Columns.ORDER_SIDE)),
                    row.<BigDecimal>getAs(Columns.PRICE).doubleValue(),
                    plain(row.getAs(Columns.SIZE))))
        .toList();
  }

  private List<Trip> trips(Dataset<Row> trips) {
    return trips.orderBy(Columns.NUMBER).limit(MOST_TRIPS).collectAsList().stream()
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
