package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.ReplaceReason;

/** The simulated venue. */
public final class Venue {
  private final Book[] books;
  private final boolean isMatchingOnArrival;
  private final QueueEstimate estimate;
  private final QuoteMatcher quotes;
  private final TradeMatcher trades;
  private final Triggers triggers;
  private final AuctionDesk auctions;
  private final Expiry expiry;
  private final OrderDesk desk;
  private final Settlement settlement;

  /**
   * A venue without orders, before the first session.
   *
   * @param isMatchingOnArrival whether arriving orders meet the standing book, else the next event
   * @param fees of each instrument, in the order of the universe
   * @param seed of what is left to chance
   * @param permit asked before each fill, and on the arrival of a reduce-only order
   * @throws IllegalArgumentException if the tape cannot give what the spec assumes
   */
  public Venue(
      Universe universe,
      ExecutionSpec spec,
      boolean isMatchingOnArrival,
      SlippageBps slippage,
      FeeModel[] fees,
      long seed,
      FillPermit permit,
      Aftermath aftermath,
      OrderListener listener) {
    spec.requireFits(universe);
    this.isMatchingOnArrival = isMatchingOnArrival;
    WorkingOrders orders = new WorkingOrders();
    Participation participation = Participation.of(spec.maxParticipation());
    books = new Book[universe.size()];
    MoneyScale[] scales = new MoneyScale[books.length];
    for (int i = 0; i < books.length; i++) {
      books[i] = new Book(i, universe.listings().get(i), participation, orders);
      scales[i] = universe.instrument(i).moneyScale();
    }
    FillDesk fills = new FillDesk(orders, slippage, fees.clone(), scales, permit, listener);
    estimate = new QueueEstimate(spec.queue(), orders);
    quotes = new QuoteMatcher(orders, fills, spec.residual(), estimate);
    trades = new TradeMatcher(orders, fills, participation, estimate);
    triggers = new Triggers(orders, spec.triggers(), listener);
    auctions = new AuctionDesk(orders, fills, trades);
    expiry = new Expiry(orders, fills);
    desk = new OrderDesk(orders, fills, quotes, triggers, auctions, expiry, permit, listener);
    settlement = new Settlement(aftermath);
  }

  /** A new touch; an absent price or size is {@link io.tapedeck.core.market.Missing#VALUE}. */
  public void onQuote(
      int instrument, long nanos, long bidTicks, long bidLots, long askTicks, long askLots) {
    Book book = books[instrument];
    book.refresh(bidTicks, bidLots, askTicks, askLots);
    boolean isOpening = book.auctions.isAwaitingEvent();
    if (!isOpening && !book.isWorking()) {
      return;
    }
    if (isOpening) {
      auctions.onQuote(nanos, book);
    }
    matchQuote(nanos, book, Side.BUY);
    matchQuote(nanos, book, Side.SELL);
    settlement.settle(nanos);
  }

  private void matchQuote(long nanos, Book book, Side side) {
    if (estimate.isOn()) {
      estimate.look(book, side);
    }
    quotes.match(nanos, book, side);
    if (!triggers.watchesPrints(book) && triggers.look(nanos, book, side)) {
      quotes.matchFresh(nanos, book, side);
    }
  }

  /**
   * A print; the aggressor is +1, -1, or anything else where it is not known.
   *
   * @param auction of which auction it is the official print, see {@link Auction}
   */
  public void onTrade(
      int instrument, long nanos, long priceTicks, long lots, long aggressor, byte auction) {
    Book book = books[instrument];
    book.print(priceTicks);
    boolean isOfficial = auction != Auction.NONE && book.hasAuctions;
    boolean isOpening = !book.hasQuotes && book.auctions.isAwaitingEvent();
    if (!isOfficial && !isOpening && !book.isWorking()) {
      return;
    }
    trades.print(book, priceTicks, lots, aggressor);
    if (isOfficial) {
      auctions.onOfficialPrint(nanos, book, auction);
    } else {
      if (isOpening) {
        auctions.onPrint(nanos, book);
      }
      trades.match(nanos, book, Side.BUY);
      trades.match(nanos, book, Side.SELL);
    }
    if (triggers.watchesPrints(book)) {
      triggers.look(nanos, book, Side.BUY);
      triggers.look(nanos, book, Side.SELL);
    }
    settlement.settle(nanos);
  }

  /** A bar opens; the venue walks through it point by point from now on. */
  public void onBarOpen(BarColumns bars, int row, long positionLots) {
    throw new UnsupportedOperationException("bars of the tape fill no orders yet");
  }

  /** When the way through the open bars comes to its next point. */
  public long nextPointNanos() {
    return Long.MAX_VALUE;
  }

  /** The way through the open bars comes to its points of this instant. */
  public void onPoint(long nanos) {
    throw new UnsupportedOperationException("bars of the tape fill no orders yet");
  }

  /** An order arrives from its trader. */
  public void arrive(long nanos, long orderId, OrderView order) {
    desk.arrive(nanos, orderId, order, books[order.instrument()], isMatchingOnArrival);
    settlement.settle(nanos);
  }

  /** An order that was held here is released: it meets the next event, never the standing book. */
  public void release(long nanos, long orderId, OrderView order) {
    desk.accept(nanos, orderId, order, books[order.instrument()], false);
    settlement.settle(nanos);
  }

  /** A cancel arrives; where there is no such order, only a request is answered. */
  public void cancel(long nanos, long orderId, int instrument, Side side, CancelReason reason) {
    desk.cancel(nanos, orderId, books[instrument], side, reason);
    settlement.settle(nanos);
  }

  /**
   * New terms arrive for an order; where there is no such order, only a request is answered.
   *
   * @param lots the new OrderQty, filled lots included
   * @param limitTicks the new limit; not read where the order has none
   * @param triggerTicks the new trigger; not read where the order has none, or no more
   */
  public void amend(
      long nanos,
      long orderId,
      int instrument,
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      ReplaceReason reason) {
    boolean meetsStanding = isMatchingOnArrival && reason == ReplaceReason.REQUESTED;
    desk.amend(
        nanos,
        orderId,
        books[instrument],
        side,
        lots,
        limitTicks,
        triggerTicks,
        reason,
        meetsStanding);
    settlement.settle(nanos);
  }

  /** A session opens. */
  public void openSession(long nanos) {
    for (Book book : books) {
      book.auctions.openSession();
    }
  }

  /** No order expires at an instant of its own before this one; the largest long if none does. */
  public long nextExpiryNanos() {
    return expiry.nextNanos();
  }

  /** Orders good till this instant expire, by instrument, buys first. */
  public void expire(long nanos) {
    expiry.expireDue(nanos, books);
    settlement.settle(nanos);
  }

  /**
   * The session ends: orders good for the day expire, by instrument, buys first; then it closes.
   */
  public void closeSession(long nanos) {
    for (Book book : books) {
      expiry.expireDay(nanos, book);
    }
    for (Book book : books) {
      auctions.onClose(nanos, book);
      book.auctions.closeSession();
    }
    settlement.settle(nanos);
  }

  /** The closing auctions are over: what they left is canceled. */
  public void endAuctions(long nanos) {
    for (Book book : books) {
      auctions.onEnd(nanos, book);
    }
    settlement.settle(nanos);
  }

  /** Whether a fill was not limited by size because the tape shows none. */
  public boolean usedUnlimitedSize() {
    return quotes.usedUnlimitedSize() || trades.usedUnlimitedSize() || auctions.usedUnlimitedSize();
  }

  /** Whether a print went through one of our limits without telling who was the aggressor. */
  public boolean metUnknownAggressor() {
    return trades.metUnknownAggressor();
  }
}
