package io.tapedeck.lake.bar;

import io.tapedeck.core.bar.BarBuilder;
import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * What one task builds: the bars of an instrument, from ticks inside its sessions.
 *
 * @param scan one table of one instrument
 * @param lengths lengths to build in one pass
 * @param price which price
 */
record BarUnit(PinnedScan scan, List<BarLength> lengths, BarPrice price) implements Serializable {
  /** The month of bars of a day, which lie together. */
  static final String NO_MONTH = "-";

  private static final int BATCH = 4096;

  static boolean isDaily(BarLength length) {
    return length.equals(BarLength.parse("1d"));
  }

  /** The month whose partition a bar of this session date lies in. */
  static String month(BarLength length, LocalDate date) {
    return isDaily(length) ? NO_MONTH : YearMonth.from(date).toString();
  }

  /** Reads the ticks and answers rows of the table of bars. */
  List<Row> bars(Configuration hadoop) {
    Instrument instrument = scan.universe().instrument(0);
    List<Session> sessions = scan.sessions(instrument.symbol());
    List<Row> rows = new ArrayList<>();
    List<BarRows> sinks =
        lengths.stream().map(length -> new BarRows(instrument, length, price, rows)).toList();
    List<BarBuilder> builders = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      builders.add(new BarBuilder(lengths.get(i), sinks.get(i)));
    }
    if (sessions.isEmpty()) {
      return rows;
    }
    Series series = new Series(sessions, sinks, builders);
    TapeBatch batch = new TapeBatch(BATCH);
    try (LakeFeed feed = new LakeFeed(scan, hadoop, sessions)) {
      while (feed.refill(batch)) {
        addAll(batch, series);
      }
    }
    builders.forEach(BarBuilder::finish);
    return rows;
  }

  private void addAll(TapeBatch batch, Series series) {
    for (int index = 0; index < batch.size(); index++) {
      int row = batch.row(index);
      if (batch.kind(index) == EventKind.TRADE) {
        series.add(
            batch.eventTimeNanos(index), batch.trades().priceTicks(row), batch.trades().lots(row));
      } else {
        long quotePrice = quotePrice(batch.quotes(), row);
        if (!Missing.is(quotePrice)) {
          series.add(batch.eventTimeNanos(index), quotePrice, Missing.VALUE);
        }
      }
    }
  }

  /** The price of a quote in ticks, a mid in half ticks; missing if the quote has none. */
  private long quotePrice(QuoteColumns quotes, int row) {
    long bid = quotes.bidTicks(row);
    long ask = quotes.askTicks(row);
    return switch (price) {
      case BID -> bid;
      case ASK -> ask;
      default -> Missing.is(bid) || Missing.is(ask) || bid > ask ? Missing.VALUE : bid + ask;
    };
  }

  /** Opens the session of each tick in every builder. */
  private static final class Series {
    private final List<Session> sessions;
    private final List<BarRows> sinks;
    private final List<BarBuilder> builders;
    private int current = -1;

    Series(List<Session> sessions, List<BarRows> sinks, List<BarBuilder> builders) {
      this.sessions = sessions;
      this.sinks = sinks;
      this.builders = builders;
    }

    /** Adds a tick; the print of a closing auction comes after its session and is in no bar. */
    void add(long nanos, long price, long lots) {
      if (nanos > closeNanos()) {
        if (!isInLater(nanos)) {
          return;
        }
        open(nanos);
      }
      for (BarBuilder builder : builders) {
        builder.add(nanos, price, lots);
      }
    }

    private long closeNanos() {
      return current < 0 ? Long.MIN_VALUE : sessions.get(current).closeNanos();
    }

    private boolean isInLater(long nanos) {
      return sessions.subList(current + 1, sessions.size()).stream()
          .anyMatch(session -> session.contains(nanos));
    }

    private void open(long nanos) {
      do {
        current++;
      } while (nanos > sessions.get(current).closeNanos());
      Session session = sessions.get(current);
      for (int i = 0; i < builders.size(); i++) {
        builders.get(i).open(session);
        sinks.get(i).open(session.date());
      }
    }
  }
}
