package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.blotter.Contingencies;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Attribution;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.ledger.Ledger;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;

/**
 * What a broker does to an account that no longer covers its positions: cancels what works and
 * closes what is held, at the venue and at once. Its orders match from the next event on.
 */
final class BrokerOrders {
  private final Venue venue;
  private final Books books;
  private final Blotter blotter;
  private final Contingencies contingencies;
  private final Cascade cascade;
  private final Toll toll;
  private final RunJournal journal;
  private final int instruments;
  private final OrderTerms closing = new OrderTerms();

  BrokerOrders(
      Venue venue,
      Books books,
      Blotter blotter,
      Contingencies contingencies,
      Cascade cascade,
      Toll toll,
      RunJournal journal,
      int instruments) {
    this.venue = venue;
    this.books = books;
    this.blotter = blotter;
    this.contingencies = contingencies;
    this.cascade = cascade;
    this.toll = toll;
    this.journal = journal;
    this.instruments = instruments;
  }

  void liquidate(long nanos) {
    for (long id = blotter.nextId() - 1; id >= blotter.oldestId(); id--) { // exits before entries
      if (blotter.isKnownOpen(id) && isAtVenue(blotter.status(id), id)) {
        cancel(nanos, id);
      }
    }
    for (int instrument = 0; instrument < instruments; instrument++) {
      close(nanos, instrument);
    }
  }

  private boolean isAtVenue(OrderStatus status, long id) {
    return status == OrderStatus.NEW
        || status == OrderStatus.PARTIALLY_FILLED
        || contingencies.isHeld(id);
  }

  private void cancel(long nanos, long id) {
    if (contingencies.isHeld(id)) {
      cascade.drop(nanos, id, CancelReason.RISK);
    } else {
      cascade.cancel(nanos, id, CancelReason.RISK);
    }
  }

  private void close(long nanos, int instrument) {
    Attribution attribution = books.attribution();
    if (attribution.strategies() == 0) {
      close(nanos, instrument, 0, books.ledger());
    }
    for (int strategy = 0; strategy < attribution.strategies(); strategy++) {
      close(nanos, instrument, strategy, attribution.ledger(strategy));
    }
  }

  private void close(long nanos, int instrument, int strategy, Ledger ledger) {
    long lots = ledger.lots(instrument);
    if (lots != 0) {
      closing.of(instrument, strategy, Side.of(-lots), Math.absExact(lots));
      closing.decidedAt(Missing.VALUE);
      long id = blotter.place(closing);
      toll.open(id, true);
      journal.onSent(nanos, id, closing);
      venue.release(nanos, id, blotter.order(id));
    }
  }
}
