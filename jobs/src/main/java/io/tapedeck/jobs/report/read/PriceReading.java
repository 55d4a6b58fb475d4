package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.jobs.report.PricePicture.Span;
import io.tapedeck.lake.table.Columns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Prices of an instrument over a run, thinned where they lie: sessions are cut into spans of a
 * thousandth of their length in all, and of each span its first, lowest, highest and last price
 * come to the driver.
 *
 * @param words what the prices are, for reading
 * @param spans in time order
 */
record PriceReading(String words, List<Priced> spans) {
  private static final int MOST_SPANS = 1_000;
  private static final long LEAST_NANOS = 1_000_000_000L;
  private static final String SPAN = "span";
  private static final String FIRST = "first";

  /**
   * A span of a session.
   *
   * @param date of the session
   * @param first price in it
   * @param last price in it
   */
  record Priced(LocalDate date, Span range, double first, double last) {}

  /** Reads prices over these sessions. */
  static PriceReading of(PinnedPrices.Prices prices, List<DailyEquity> sessions) {
    long whole = sessions.stream().mapToLong(DailyEquity::sessionNanos).sum();
    long width = Math.max(LEAST_NANOS, whole / MOST_SPANS);
    Dataset<Row> spans =
        prices
            .rows()
            .withColumn(SPAN, expr(Columns.TS_EVENT + " div " + width))
            .groupBy(Columns.DATE, SPAN)
            .agg(
                min(Columns.TS_EVENT).as(Columns.TS_EVENT),
                min(PinnedPrices.LOW).as(PinnedPrices.LOW),
                max(PinnedPrices.HIGH).as(PinnedPrices.HIGH),
                min_by(col(PinnedPrices.LAST), col(Columns.TS_EVENT)).as(FIRST),
                max_by(col(PinnedPrices.LAST), col(Columns.TS_EVENT)).as(PinnedPrices.LAST))
            .orderBy(Columns.TS_EVENT);
    return new PriceReading(
        prices.words(), spans.collectAsList().stream().map(PriceReading::priced).toList());
  }

  private static Priced priced(Row row) {
    return new Priced(
        new MetricsRow(row, null).date(Columns.DATE),
        new Span(
            row.getAs(Columns.TS_EVENT), row.getAs(PinnedPrices.LOW), row.getAs(PinnedPrices.HIGH)),
        row.getAs(FIRST),
        row.getAs(PinnedPrices.LAST));
  }

  /** Lowest and highest prices, at most a thousand spans: neighbours are put together. */
  List<Span> ranges() {
    return together(spans.stream().map(Priced::range).toList());
  }

  /** The last price of each session. */
  Map<LocalDate, Double> closes() {
    Map<LocalDate, Double> closes = new TreeMap<>();
    spans.forEach(span -> closes.put(span.date(), span.last()));
    return closes;
  }

  /** Neighbours put together until there are no more than a thousand. */
  static List<Span> together(List<Span> spans) {
    int groups = Math.min(MOST_SPANS, spans.size());
    List<Span> together = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) spans.size() * group / groups);
      int to = (int) ((long) spans.size() * (group + 1) / groups);
      List<Span> members = spans.subList(from, to);
      together.add(
          new Span(
              members.get(0).nanos(),
              members.stream().mapToDouble(Span::low).min().orElseThrow(),
              members.stream().mapToDouble(Span::high).max().orElseThrow()));
    }
    return together;
  }
}
