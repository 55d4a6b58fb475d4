package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TradeColumns;

/**
 * The venue and the venue-time books: for each event, time passes, the venue matches, the marks
 * move, and equity is evaluated, in this order.
 */
final class MarketSide {
  private final Venue venue;
  private final Books books;
  private final Blotter blotter;
  private final CommandQueue commands;
  private final RunJournal journal;

  MarketSide(Venue venue, Books books, Blotter blotter, CommandQueue commands, RunJournal journal) {
    this.venue = venue;
    this.books = books;
    this.blotter = blotter;
    this.commands = commands;
    this.journal = journal;
  }

  CommandQueue commands() {
    return commands;
  }

  void onQuote(QuoteColumns quotes, int row, long nanos) {
    int instrument = quotes.instrument(row);
    long bidTicks = quotes.bidTicks(row);
    long askTicks = quotes.askTicks(row);
    journal.onVenueEvent();
    books.pass(nanos);
    venue.onQuote(instrument, nanos, bidTicks, quotes.bidLots(row), askTicks, quotes.askLots(row));
    books.onQuote(instrument, bidTicks, askTicks);
    books.settle(nanos);
  }

  void onTrade(TradeColumns trades, int row, long nanos) {
    int instrument = trades.instrument(row);
    long priceTicks = trades.priceTicks(row);
    journal.onVenueEvent();
    books.pass(nanos);
    venue.onTrade(instrument, nanos, priceTicks, trades.lots(row), trades.aggressor(row));
    books.onTrade(instrument, priceTicks);
    books.settle(nanos);
  }

  /** The first command that is under way arrives. */
  void onArrival(long nanos) {
    long id = commands.firstOrderId();
    boolean isCancel = commands.isFirstCancel();
    commands.removeFirst();
    books.pass(nanos);
    if (!isCancel) {
      venue.arrive(
          nanos,
          id,
          blotter.instrument(id),
          blotter.type(id),
          blotter.side(id),
          blotter.orderLots(id),
          blotter.limitTicks(id),
          blotter.timeInForce(id));
    } else if (blotter.isKnownOpen(id)) {
      Side side = blotter.side(id);
      venue.cancel(nanos, id, blotter.instrument(id), side);
    }
    books.settle(nanos);
  }

  void onExpiry(long nanos) {
    venue.expireDay(nanos);
  }

  void onSessionOpen(Session session) {
    books.openSession(session);
  }

  void onSessionClose(Session session) {
    books.pass(session.closeNanos());
    DailyEquity daily = books.closeSession(session);
    journal.onDaily(daily);
  }
}
