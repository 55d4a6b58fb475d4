package io.tapedeck.core.feed;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.SignalColumns;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import java.util.ArrayList;
import java.util.List;

/** Small tapes for tests, and what came out of a feed. */
final class Tapes {
  /** One instrument with quotes and trades. */
  static final Universe ONE =
      new Universe(
          List.of(
              new Universe.Listing(
                  new Instrument(
                      "XYZ",
                      AssetClass.EQUITY,
                      Currency.USD,
                      10_000_000,
                      1_000_000_000,
                      1,
                      1,
                      1,
                      "XNYS"),
                  true,
                  true)));

  /** A row as it came out: its kind and the rest of its key, and a value to tell it by. */
  record Event(byte kind, long timeNanos, int stream, long seq, long value) {}

  private Tapes() {}

  /** Trades of stream 0 at these times, numbered from zero. */
  static TradeColumns trades(long... timesNanos) {
    TradeColumns trades = new TradeColumns(1);
    for (long nanos : timesNanos) {
      trades.add(0, 0, trades.size(), nanos, Missing.VALUE, 100 + nanos, 1, 0);
    }
    return trades;
  }

  /** Quotes of stream 1 at these times, numbered from zero. */
  static QuoteColumns quotes(long... timesNanos) {
    QuoteColumns quotes = new QuoteColumns(1);
    for (long nanos : timesNanos) {
      quotes.add(0, 1, quotes.size(), nanos, Missing.VALUE, 99 + nanos, 1, 101 + nanos, 1);
    }
    return quotes;
  }

  /** Signals of stream 2 at these times, numbered from zero. */
  static SignalColumns signals(long... timesNanos) {
    SignalColumns signals = new SignalColumns(1);
    for (long nanos : timesNanos) {
      signals.add(0, 2, signals.size(), nanos, Missing.VALUE, 1, 1.0, Missing.VALUE);
    }
    return signals;
  }

  /** Closing prints of stream 0 at these times, numbered from zero. */
  static TradeColumns closingPrints(long... timesNanos) {
    TradeColumns trades = new TradeColumns(1);
    for (long nanos : timesNanos) {
      trades.add(0, 0, trades.size(), nanos, Missing.VALUE, 100 + nanos, 1, 0, Auction.CLOSING);
    }
    return trades;
  }

  /** Bars of stream 1 that open at these times, as this kind of event. */
  static BarColumns bars(byte kind, long lengthNanos, long... opensNanos) {
    BarColumns bars = new BarColumns(kind, 1);
    for (long nanos : opensNanos) {
      bars.add(
          0,
          1,
          nanos,
          nanos,
          nanos + lengthNanos,
          Missing.VALUE,
          BarPrice.LAST,
          100,
          101,
          99,
          100,
          1);
    }
    return bars;
  }

  /** All that a feed has, through batches of this capacity. */
  static List<Event> drain(Feed feed, int capacity) {
    List<Event> events = new ArrayList<>();
    TapeBatch batch = new TapeBatch(capacity);
    while (feed.refill(batch)) {
      if (batch.size() == 0 || batch.size() > capacity) {
        throw new AssertionError("a batch of " + batch.size() + " events, for " + capacity);
      }
      for (int i = 0; i < batch.size(); i++) {
        events.add(event(batch, i));
      }
    }
    return events;
  }

  private static Event event(TapeBatch batch, int index) {
    byte kind = batch.kind(index);
    int row = batch.row(index);
    EventColumns columns = batch.columns(kind);
    return new Event(
        kind,
        batch.eventTimeNanos(index),
        columns.stream(row),
        columns.seq(row),
        value(columns, row));
  }

  static long value(EventColumns columns, int row) {
    if (columns instanceof TradeColumns trades) {
      return trades.priceTicks(row);
    }
    if (columns instanceof QuoteColumns quotes) {
      return quotes.bidTicks(row) * 31 + quotes.askTicks(row);
    }
    return columns.kind() == EventKind.SIGNAL ? ((SignalColumns) columns).side(row) : 0;
  }
}
