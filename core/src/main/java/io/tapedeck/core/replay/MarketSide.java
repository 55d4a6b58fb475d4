package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.blotter.Contingencies;
import io.tapedeck.core.execution.Venue;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;

/**
 * The venue and the venue-time books: for each event, time passes, the venue matches, the marks
 * move, and equity is evaluated, in this order; then the account's guards act on what they saw.
 */
final class MarketSide {
  private final Venue venue;
  private final Books books;
  private final Blotter blotter;
  private final Contingencies contingencies;
  private final Cascade cascade;
  private final CommandQueue commands;
  private final Clearing clearing;
  private final AccountWatch watch;
  private final Overnight overnight;
  private final Toll toll;
  private final BenchmarkTrack benchmark;
  private final RunJournal journal;

  MarketSide(
      Venue venue,
      Books books,
      Blotter blotter,
      Contingencies contingencies,
      Cascade cascade,
      CommandQueue commands,
      Clearing clearing,
      AccountWatch watch,
      Overnight overnight,
      Toll toll,
      BenchmarkTrack benchmark,
      RunJournal journal) {
    this.venue = venue;
    this.books = books;
    this.blotter = blotter;
    this.contingencies = contingencies;
    this.cascade = cascade;
    this.commands = commands;
    this.clearing = clearing;
    this.watch = watch;
    this.overnight = overnight;
    this.toll = toll;
    this.benchmark = benchmark;
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
    toll.onQuote(instrument, bidTicks, askTicks);
    venue.onQuote(instrument, nanos, bidTicks, quotes.bidLots(row), askTicks, quotes.askLots(row));
    books.onQuote(instrument, bidTicks, askTicks);
    settle(nanos);
  }

  void onTrade(TradeColumns trades, int row, long nanos) {
    int instrument = trades.instrument(row);
    long priceTicks = trades.priceTicks(row);
    journal.onVenueEvent();
    books.pass(nanos);
    venue.onTrade(
        instrument,
        nanos,
        priceTicks,
        trades.lots(row),
        trades.aggressor(row),
        trades.auction(row));
    books.onTrade(instrument, priceTicks);
    settle(nanos);
  }

  /** A bar of the tape begins. */
  void onBarOpen(BarColumns bars, int row, long nanos) {
    journal.onVenueEvent();
    books.pass(nanos);
    venue.onBarOpen(bars, row, contingencies.positionLots(bars.instrument(row)));
    settle(nanos);
  }

  /** When bars that have begun come to their next points. */
  long nextPointNanos() {
    return venue.nextPointNanos();
  }

  /** Bars that have begun come to a point. */
  void onPoint(long nanos) {
    books.pass(nanos);
    venue.onPoint(nanos);
    settle(nanos);
  }

  /** The first command that is under way arrives. */
  void onArrival(long nanos) {
    int kind = commands.firstKind();
    long id = commands.firstOrderId();
    long lots = commands.firstLots();
    long limitTicks = commands.firstLimitTicks();
    long triggerTicks = commands.firstTriggerTicks();
    commands.removeFirst();
    books.pass(nanos);
    if (kind == CommandQueue.ORDER) {
      arrive(nanos, id);
    } else if (!blotter.isKnownOpen(id) || blotter.status(id).isTerminal()) {
      clearing.onCancelRejected(nanos, id);
    } else if (kind == CommandQueue.AMEND) {
      amend(nanos, id, lots, limitTicks, triggerTicks);
    } else {
      boolean isOfTrader = kind == CommandQueue.CANCEL;
      cancel(nanos, id, isOfTrader ? CancelReason.REQUESTED : CancelReason.RISK);
    }
    settle(nanos);
  }

  private void arrive(long nanos, long id) {
    OrderView order = blotter.order(id);
    if (watch.isLiquidating()) {
      clearing.onRejected(nanos, id, RejectReason.ACCOUNT_IN_LIQUIDATION);
    } else if (order.timeInForce() == TimeInForce.GTD && order.expireNanos() <= nanos) {
      clearing.onRejected(nanos, id, RejectReason.EXPIRED_ON_ARRIVAL);
    } else if (contingencies.isRefused(order)) {
      clearing.onRejected(nanos, id, RejectReason.REDUCE_ONLY_WOULD_INCREASE);
    } else if (contingencies.arrive(id, order)) {
      enter(nanos, id, order);
    }
    cascade.settle(nanos);
  }

  private void enter(long nanos, long id, OrderView order) {
    if (contingencies.isGroupHit(id)) {
      clearing.onAccepted(nanos, id);
      cascade.drop(nanos, id, CancelReason.OCO_SIBLING_FILLED);
    } else {
      venue.arrive(nanos, id, order);
    }
  }

  private void cancel(long nanos, long id, CancelReason reason) {
    if (contingencies.isHeld(id)) {
      cascade.drop(nanos, id, reason);
    } else {
      cascade.cancel(nanos, id, reason);
    }
    cascade.settle(nanos);
  }

  private void amend(long nanos, long id, long lots, long limitTicks, long triggerTicks) {
    if (contingencies.isHeld(id)) {
      clearing.onReplaced(nanos, id, lots, limitTicks, triggerTicks, lots, ReplaceReason.REQUESTED);
    } else {
      venue.amend(
          nanos,
          id,
          blotter.instrument(id),
          blotter.order(id).side(),
          lots,
          limitTicks,
          triggerTicks,
          ReplaceReason.REQUESTED);
    }
    cascade.settle(nanos);
  }

  /** When the first order expires at an instant of its own. */
  long nextExpiryNanos() {
    return Math.min(venue.nextExpiryNanos(), contingencies.nextHeldExpiryNanos());
  }

  /** Orders whose own time is over expire. */
  void onExpiry(long nanos) {
    expireHeld(nanos, false);
    venue.expire(nanos);
  }

  /** The session ends: orders good for the day expire. */
  void onSessionEnd(long nanos) {
    books.pass(nanos);
    expireHeld(nanos, true);
    venue.closeSession(nanos);
    settle(nanos);
  }

  private void expireHeld(long nanos, boolean isSessionOver) {
    long id = contingencies.nextHeldExpired(0, isSessionOver, nanos);
    while (id != OrderView.NO_ORDER) {
      clearing.onExpired(nanos, id, blotter.leavesLots(id));
      id = contingencies.nextHeldExpired(id, isSessionOver, nanos);
    }
  }

  void onSessionOpen(Session session) {
    books.pass(session.openNanos());
    books.openSession(session);
    venue.openSession(session.openNanos(), session.closeNanos());
    watch.openSession(session);
  }

  /** The books of a session close, its closing auction included. */
  void onSessionClose(Session session, long nanos) {
    books.pass(nanos);
    venue.endAuctions(nanos);
    overnight.charge(session, nanos);
    benchmark.onClose();
    journal.onDaily(books.closeSession(session, nanos));
    watch.settle(nanos);
  }

  private void settle(long nanos) {
    books.settle(nanos);
    benchmark.onEvent();
    watch.settle(nanos);
  }
}
