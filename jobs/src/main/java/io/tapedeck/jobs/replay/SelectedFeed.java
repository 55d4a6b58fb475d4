package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.jobs.job.JobSpec.TickKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * The trades, quotes and bars of some instruments of a feed, numbered anew; order and streams stay.
 * What the selection says an instrument has none of is left out.
 */
final class SelectedFeed implements Feed {
  private static final int ABSENT = -1;

  private final Feed feed;
  private final Universe universe;
  private final int[] numbers;
  private final TapeBatch source;
  private final TradeColumns trade = new TradeColumns(1);
  private final QuoteColumns quote = new QuoteColumns(1);
  private final BarColumns barOpen = new BarColumns(EventKind.BAR_OPEN, 1);
  private final BarColumns barClose = new BarColumns(1);
  private int next;

  /**
   * A selection.
   *
   * @param selection instruments of the feed, in any order
   */
  SelectedFeed(Feed feed, Universe selection, int batchEvents) {
    this.feed = feed;
    this.universe = selection;
    this.numbers = new int[feed.universe().size()];
    this.source = new TapeBatch(batchEvents);
    Arrays.fill(numbers, ABSENT);
    for (int i = 0; i < selection.size(); i++) {
      numbers[feed.universe().indexOf(selection.instrument(i).symbol())] = i;
    }
  }

  /**
   * The listings of these symbols, in this order.
   *
   * @throws IllegalArgumentException if one is not listed
   */
  static Universe select(Universe all, List<String> symbols, Predicate<TickKind> keeps) {
    List<Listing> listings = new ArrayList<>();
    for (String symbol : symbols) {
      Listing listing = all.listings().get(all.indexOf(symbol));
      listings.add(
          new Listing(
              listing.instrument(),
              keeps.test(TickKind.QUOTES) && listing.hasQuotes(),
              keeps.test(TickKind.TRADES) && listing.hasTrades(),
              keeps.test(TickKind.BARS) && listing.hasBars(),
              keeps.test(TickKind.TRADES) && listing.hasAuctions(),
              listing.venue()));
    }
    return new Universe(listings);
  }

  @Override
  public Universe universe() {
    return universe;
  }

  @Override
  public boolean refill(TapeBatch batch) {
    batch.clear();
    while (batch.size() < batch.capacity()) {
      if (next == source.size()) {
        next = 0;
        if (!feed.refill(source)) {
          source.clear();
          break;
        }
      }
      copy(source.kind(next), source.row(next), batch);
      next++;
    }
    return batch.size() > 0;
  }

  private void copy(byte kind, int row, TapeBatch batch) {
    int number = numbers[source.columns(kind).instrument(row)];
    if (number == ABSENT) {
      return;
    }
    if (kind == EventKind.TRADE && universe.hasTrades(number)) {
      copyTrade(number, source.trades(), row, batch);
    } else if (kind == EventKind.QUOTE && universe.hasQuotes(number)) {
      copyQuote(number, source.quotes(), row, batch);
    } else if (universe.listings().get(number).hasBars()) {
      copyBar(number, kind, row, batch);
    }
  }

  private void copyTrade(int number, TradeColumns from, int row, TapeBatch batch) {
    trade.clear();
    trade.add(
        number,
        from.stream(row),
        from.seq(row),
        from.eventTimeNanos(row),
        from.receiveTimeNanos(row),
        from.priceTicks(row),
        from.lots(row),
        from.aggressor(row),
        from.auction(row));
    batch.append(EventKind.TRADE, trade, 0);
  }

  private void copyQuote(int number, QuoteColumns from, int row, TapeBatch batch) {
    quote.clear();
    quote.add(
        number,
        from.stream(row),
        from.seq(row),
        from.eventTimeNanos(row),
        from.receiveTimeNanos(row),
        from.bidTicks(row),
        from.bidLots(row),
        from.askTicks(row),
        from.askLots(row));
    batch.append(EventKind.QUOTE, quote, 0);
  }

  private void copyBar(int number, byte kind, int row, TapeBatch batch) {
    boolean isOpen = kind == EventKind.BAR_OPEN;
    if (!isOpen && kind != EventKind.BAR) {
      return;
    }
    BarColumns from = isOpen ? source.barOpens() : source.bars();
    BarColumns bar = isOpen ? barOpen : barClose;
    bar.clear();
    bar.add(
        number,
        from.stream(row),
        from.seq(row),
        from.openTimeNanos(row),
        from.closeTimeNanos(row),
        from.receiveTimeNanos(row),
        from.price(row),
        from.openTicks(row),
        from.highTicks(row),
        from.lowTicks(row),
        from.closeTicks(row),
        from.lots(row));
    batch.append(kind, bar, 0);
  }

  @Override
  public void close() {
    feed.close();
  }
}
