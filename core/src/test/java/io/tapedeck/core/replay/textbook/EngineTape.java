package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TradeColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A tape of the textbook in the columns of the engine. */
final class EngineTape {
  private EngineTape() {}

  /** One row of the tape, in columns of its own. */
  record Row(long time, EventColumns columns) {}

  /** Rows in the total order; a bar comes twice, at its open and at its close. */
  static List<Row> rows(TextbookTape tape) {
    List<Row> rows = new ArrayList<>();
    long seq = 0;
    for (TextbookTape.Event event : tape.events()) {
      if (event instanceof TextbookTape.Quote quote) {
        rows.add(new Row(quote.time(), columns(quote, seq)));
      } else if (event instanceof TextbookTape.Print print) {
        rows.add(new Row(print.time(), columns(print, seq)));
      } else if (event instanceof TextbookTape.Bar bar) {
        rows.add(new Row(bar.openTime(), columns(bar, EventKind.BAR_OPEN, seq)));
        rows.add(new Row(bar.time(), columns(bar, EventKind.BAR, seq)));
      }
      seq++;
    }
    rows.sort(
        Comparator.comparingLong(Row::time)
            .thenComparing(row -> EventKind.rank(row.columns().kind()))
            .thenComparing(row -> row.columns().stream(0))
            .thenComparing(row -> row.columns().seq(0)));
    return rows;
  }

  private static QuoteColumns columns(TextbookTape.Quote quote, long seq) {
    QuoteColumns one = new QuoteColumns(1);
    one.add(
        0,
        1,
        seq,
        quote.time(),
        Missing.VALUE,
        known(quote.bid()),
        known(quote.bidLots()),
        known(quote.ask()),
        known(quote.askLots()));
    return one;
  }

  private static TradeColumns columns(TextbookTape.Print print, long seq) {
    TradeColumns one = new TradeColumns(1);
    byte auction =
        switch (print.auction()) {
          case NONE -> Auction.NONE;
          case OPENING -> Auction.OPENING;
          case CLOSING -> Auction.CLOSING;
        };
    one.add(
        0,
        0,
        seq,
        print.time(),
        Missing.VALUE,
        print.price(),
        print.lots(),
        print.aggressor(),
        auction);
    return one;
  }

  private static BarColumns columns(TextbookTape.Bar bar, byte kind, long seq) {
    BarColumns one = new BarColumns(kind, 1);
    one.add(
        0,
        bar.kind() == BarPrice.BID ? 1 : 0, // offers come first, as buys do
        seq,
        bar.openTime(),
        bar.time(),
        Missing.VALUE,
        bar.kind(),
        bar.open(),
        bar.high(),
        bar.low(),
        bar.close(),
        known(bar.lots()));
    return one;
  }

  private static long known(Long value) {
    return value == null ? Missing.VALUE : value;
  }
}
