package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;

/** One instrument at the venue: the touch, how much of it we took, and our orders. */
final class Book {
  static final long UNLIMITED = Long.MAX_VALUE;

  /** The rank of market orders. */
  static final long FIRST = Long.MIN_VALUE;

  final int instrument;
  final boolean hasQuotes;
  final boolean hasAuctions;
  final boolean isFilledByBars;

  /** Working orders: market orders, then best price first, then earliest arrival. */
  final OrderQueue buys;

  final OrderQueue sells;

  /** Orders that wait for their trigger, earliest arrival first. */
  final ArmedOrders armedBuys;

  final ArmedOrders armedSells;

  /** Orders of both sides for an auction: market orders first, then earliest arrival. */
  final OrderQueue opening;

  final OrderQueue closing;
  final AuctionState auctions;

  private final OrderQueue[] buyQueues;
  private final OrderQueue[] sellQueues;
  private final WorkingOrders orders;
  private final Touch bid;
  private final Touch ask;
  private boolean isQuoted;
  private long quotedNanos;
  private long closedNanos =
      Long.MAX_VALUE; // of the session that is over; largest while one is not
  private long lastTicks = Missing.VALUE;
  private long tradedLots = Missing.VALUE;

  private Book(int instrument, Listing listing, Participation participation, WorkingOrders orders) {
    this.instrument = instrument;
    this.orders = orders;
    hasQuotes = listing.hasQuotes();
    hasAuctions = listing.hasAuctions();
    isFilledByBars = listing.isFilledByBars();
    long incrementTicks = listing.instrument().priceIncrementTicks();
    bid = new Touch(-incrementTicks, participation);
    ask = new Touch(incrementTicks, participation);
    buys = new OrderQueue(orders);
    sells = new OrderQueue(orders);
    armedBuys = new ArmedOrders(orders);
    armedSells = new ArmedOrders(orders);
    opening = new OrderQueue(orders);
    closing = new OrderQueue(orders);
    buyQueues = new OrderQueue[] {buys, armedBuys.queue, opening, closing};
    sellQueues = new OrderQueue[] {sells, armedSells.queue, opening, closing};
    auctions = new AuctionState(hasAuctions);
  }

  /** The books of all instruments, without quotes and orders. */
  static Book[] of(Universe universe, Participation participation, WorkingOrders orders) {
    Book[] books = new Book[universe.size()];
    for (int i = 0; i < books.length; i++) {
      books[i] = new Book(i, universe.listings().get(i), participation, orders);
    }
    return books;
  }

  void refresh(long nanos, long bidTicks, long bidLots, long askTicks, long askLots) {
    turnTo(nanos);
    quotedNanos = nanos;
    bid.refresh(bidTicks, bidLots);
    ask.refresh(askTicks, askLots);
    isQuoted = true;
  }

  /** What was quoted until a session closed does not stand when it is over. */
  void turnTo(long nanos) {
    if (isQuoted && nanos > closedNanos && quotedNanos <= closedNanos) {
      bid.refresh(Missing.VALUE, Missing.VALUE);
      ask.refresh(Missing.VALUE, Missing.VALUE);
      isQuoted = false;
    }
  }

  /**
   * A session opens: a night is over, unless the session before it closed the nanosecond before.
   */
  void openSession(long nanos) {
    turnTo(nanos - 1);
    closedNanos = Long.MAX_VALUE;
    auctions.openSession();
  }

  /** Called at the last nanosecond of a session. */
  void closeSession(long nanos) {
    closedNanos = nanos;
    auctions.closeSession();
  }

  /** Whether there is a quote that stands. */
  boolean isQuoted() {
    return isQuoted;
  }

  void print(long nanos, long priceTicks, long lots) {
    turnTo(nanos);
    lastTicks = priceTicks;
    tradedLots = lots;
  }

  /** A bar begins in which this much is traded. */
  void openBar(long lots) {
    tradedLots = lots;
  }

  /**
   * What there is for a taker of this side at the event or bar that fills: the displayed size, else
   * what the print or the bar traded; {@link Missing#VALUE} where it is not known.
   */
  long volumeLots(Side taker) {
    return hasQuotes ? met(taker).lots() : tradedLots;
  }

  /** The last print; {@link Missing#VALUE} if there was none. */
  long lastTicks() {
    return lastTicks;
  }

  /** Whether there is any order. */
  boolean isWorking() {
    return orders.count(instrument) > 0;
  }

  OrderQueue queue(Side side) {
    return side == Side.BUY ? buys : sells;
  }

  /** All queues in which an order of this side may be; not to be changed. */
  OrderQueue[] queues(Side side) {
    return side == Side.BUY ? buyQueues : sellQueues;
  }

  ArmedOrders armed(Side side) {
    return side == Side.BUY ? armedBuys : armedSells;
  }

  /** Adds a fresh order to the working ones of its side, and returns its place there. */
  int enqueue(int row) {
    Side side = orders.side(row);
    long rank = orders.isMarket(row) ? FIRST : rank(side, orders.limitTicks(row));
    return queue(side).add(row, rank);
  }

  /** The rank of a limit among the orders of its side: the lower, the better for others. */
  static long rank(Side side, long limitTicks) {
    return -side.sign() * limitTicks;
  }

  /** What a taker of this side meets: a buyer the offer. */
  Touch met(Side taker) {
    return taker == Side.BUY ? ask : bid;
  }

  /** Bid plus offer; {@link Missing#VALUE} unless both are there. */
  long doubledMidTicks() {
    return bid.isPresent() && ask.isPresent() ? bid.ticks() + ask.ticks() : Missing.VALUE;
  }

  /**
   * The quote rule: a print at or above the offer, or above the mid, was a buyer's; at or below the
   * bid, or below the mid, a seller's.
   *
   * @return +1, -1, or 0 where the quote does not tell
   */
  int aggressorByQuote(long priceTicks) {
    boolean atAsk = ask.isPresent() && priceTicks >= ask.ticks();
    boolean atBid = bid.isPresent() && priceTicks <= bid.ticks();
    if (atAsk || atBid) {
      return (atAsk ? 1 : 0) - (atBid ? 1 : 0);
    }
    if (!ask.isPresent() || !bid.isPresent()) {
      return 0;
    }
    return Long.compare(2 * priceTicks, bid.ticks() + ask.ticks());
  }
}
