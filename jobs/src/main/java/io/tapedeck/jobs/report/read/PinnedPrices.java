package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Prices of an instrument in the versions of the tables that a run read: trades where it read them,
 * else quotes, else bars of the last price. Columns: session date, time, lowest, highest, last.
 */
final class PinnedPrices {
  /** The price at a time, in the middle where there are two. */
  static final String LAST = "last";

  /** The lowest price at a time: the bid of a quote. */
  static final String LOW = "lowest";

  /** The highest price at a time: the offer of a quote. */
  static final String HIGH = "highest";

  private final Lake lake;
  private final RunRow run;

  PinnedPrices(Lake lake, RunRow run) {
    this.lake = lake;
    this.run = run;
  }

  /**
   * Prices and what they are.
   *
   * @param words for reading
   */
  record Prices(Dataset<Row> rows, String words) {}

  /** Prices over the dates of the run; none if it read none of the instrument. */
  Optional<Prices> of(String symbol) {
    return Stream.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.BARS)
        .flatMap(table -> read(table, symbol).stream())
        .filter(prices -> !prices.rows().isEmpty())
        .findFirst();
  }

  private Optional<Prices> read(LakeTable table, String symbol) {
    List<DataVersion> read =
        run.dataVersions().stream()
            .filter(version -> version.table().equals(table.folder()))
            .toList();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Dataset<Row> rows =
        lake.spark()
            .read()
            .format("delta")
            .option("versionAsOf", read.get(0).version())
            .load(lake.path(table))
            .where(
                col(Columns.SYMBOL)
                    .equalTo(symbol)
                    .and(
                        col(Columns.DATE)
                            .between(day(Columns.FIRST_DATE), day(Columns.LAST_DATE))));
    return Optional.of(
        switch (table) {
          case TRADES ->
              new Prices(
                  prices(rows, Columns.TS_EVENT, Columns.PRICE, Columns.PRICE, Columns.PRICE),
                  "trades");
          case QUOTES -> new Prices(quotes(rows), "quotes, from bid to ask");
          default ->
              new Prices(
                  prices(
                      rows.where(col(Columns.BAR).equalTo(run.identity().barLength())),
                      Columns.BAR_CLOSE,
                      Columns.LOW,
                      Columns.HIGH,
                      Columns.CLOSE),
                  "bars");
        });
  }

  private Column day(String column) {
    return lit(Date.valueOf(run.text(column)));
  }

  private static Dataset<Row> quotes(Dataset<Row> rows) {
    Column bid = col(Columns.BID_PRICE);
    Column ask = col(Columns.ASK_PRICE);
    Dataset<Row> twoSided =
        rows.where(bid.isNotNull().and(ask.isNotNull()))
            .withColumn(LAST, bid.plus(ask).divide(2).cast("double"));
    return prices(twoSided, Columns.TS_EVENT, Columns.BID_PRICE, Columns.ASK_PRICE, LAST);
  }

  private static Dataset<Row> prices(
      Dataset<Row> rows, String time, String low, String high, String last) {
    return rows.select(
        col(Columns.DATE),
        col(time).as(Columns.TS_EVENT),
        col(low).cast("double").as(LOW),
        col(high).cast("double").as(HIGH),
        col(last).cast("double").as(LAST));
  }
}
