package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.jobs.report.PricePicture.Span;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Thins prices where they lie: every session is cut into equal spans of time, and of each span its
 * lowest and highest price come to the driver, a thousand spans in all.
 */
final class PriceReading {
  private static final int MOST_SPANS = 1_000;
  private static final String OPEN = "open_nanos";
  private static final String CLOSE = "close_nanos";
  private static final String SPAN = "span";

  private PriceReading() {}

  /** The spans in time order, at most a thousand. */
  static List<Span> spans(Dataset<Row> prices) {
    Dataset<Row> sessions =
        prices
            .groupBy(Columns.DATE)
            .agg(min(Columns.TS_EVENT).as(OPEN), max(Columns.TS_EVENT).as(CLOSE))
            .cache();
    try {
      long perSession = Math.max(1, MOST_SPANS / Math.max(1, sessions.count()));
      Dataset<Row> spans =
          prices
              .join(broadcast(sessions), Columns.DATE)
              .withColumn(SPAN, spanOf(perSession))
              .groupBy(Columns.DATE, SPAN)
              .agg(
                  min(Columns.TS_EVENT).as(Columns.TS_EVENT),
                  min(PinnedPrices.LOW).as(PinnedPrices.LOW),
                  max(PinnedPrices.HIGH).as(PinnedPrices.HIGH))
              .orderBy(Columns.TS_EVENT);
      return together(spans.collectAsList().stream().map(PriceReading::span).toList());
    } finally {
      sessions.unpersist();
    }
  }

  /** In 128 bits: nanoseconds of a day times spans leave 64 where spans are many. */
  private static org.apache.spark.sql.Column spanOf(long perSession) {
    return expr(String.format(
            "cast((%1$s - %2$s) as decimal(20,0)) * %4$d div (%3$s - %2$s + 1)",
            Columns.TS_EVENT, OPEN, CLOSE, perSession))
        .plus(lit(0));
  }

  private static Span span(Row row) {
    return new Span(
        row.getAs(Columns.TS_EVENT), row.getAs(PinnedPrices.LOW), row.getAs(PinnedPrices.HIGH));
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
