package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.ReplaceReason;

/**
 * The simulated venue: a book for each instrument, our orders in it, and the rules by which the
 * tape fills them. The tape itself is never changed by what we do.
 *
 * <p>Calls come in the total order of events. What becomes of orders goes to the listener, within
 * the call that causes it. The rules of ticks (for bars see {@link BarFillSpec}):
 *
 * <ul>
 *   <li>Orders of a side compete by price, then by arrival; market orders come before limits. Buys
 *       are served before sells.
 *   <li>Where orders match on arrival, an order meets the book standing at its arrival, else the
 *       next event. What was quoted up to the close of a session does not stand after it, unless
 *       the next session opens with the next nanosecond.
 *   <li>Where the tape has quotes, a market order, and a limit order at its first quote, takes at
 *       the touch, worsened by slippage but never beyond its limit, up to the displayed size less
 *       what we took of it. After its first quote a limit order rests, and fills at its own price:
 *       when the opposite touch reaches it, or when a print goes strictly through it whose
 *       aggressor was of the opposite side. Before that quote no print fills it.
 *   <li>Where it has none, a market order takes the next prints, up to their sizes, plus slippage;
 *       a limit order rests at once.
 *   <li>What we took of a side of the touch stays taken until that side's price or size changes.
 *       The lots of a print fill us once, whichever of our orders they fill. Where the run bounds
 *       our participation, we take that share of a displayed size or of a print, rounded down.
 *   <li>IOC and FOK are decided at the first event that could fill them: a market order at the
 *       first quote that shows the side it takes from, a limit order at the first quote at all;
 *       without quotes the first print. If nothing is left there for us, they are canceled.
 *   <li>What the touch cannot give to an order that takes is a matter of the {@link ResidualRule}.
 *       An order that walks meets levels as large as the displayed touch, less what we took of
 *       each, up to a thousand of them; it does not walk where no size is shown. A residual is not
 *       canceled where the {@link FillPermit} held it back.
 *   <li>A post-only order is refused instead of taking: on arrival, if it meets a standing book,
 *       else at its first quote. One that was amended after it was filled in part is canceled.
 *   <li>With a queue model a print at the limit of a resting order fills it as well, with what the
 *       print has left once the queue ahead is served; see {@link QueueModelSpec}.
 *   <li>An order with a trigger is armed. A buy stop triggers at prices from its trigger upwards, a
 *       sell stop downwards; if-touched orders the other way. By {@link TriggerSource#AUTO} a buy
 *       sees offers and a sell bids; without quotes they see prints, those of auctions too. Once
 *       triggered it is a fresh order behind the others: if by a quote, it meets that quote after
 *       the older orders of its side; if by a print, the next event. On arrival it sees the
 *       standing price if it meets a standing book.
 *   <li>A trailing stop stays its ticks, or {@code ⌈best × bps / 10 000⌉}, behind the best price
 *       seen since it arrived; a price is checked before it moves the stop.
 *   <li>An amended order loses its priority, and is fresh again, when a price changes or its size
 *       grows. An OrderQty not above what is filled cancels it. Requests for orders that are not
 *       there are answered; other commands for them do nothing.
 *   <li>DAY orders expire when the session ends, GTD orders at their instant, before anything
 *       matches there.
 *   <li>Orders for the opening fill at the official opening print where the tape flags those, at
 *       its price and up to its size, market orders first, then by arrival; without flags at the
 *       session's first quote with their side, or first print, before other orders. Those for the
 *       close likewise at the closing print; without flags when the session ends, at the standing
 *       touch, or without quotes at the last print, whatever its size. They are takers and pay
 *       slippage, but none at an official print. The rest is canceled, at the latest when the
 *       session, or its closing auction, is over. Official prints fill nothing else.
 *   <li>Before each fill the {@link FillPermit} says how much of an order may fill; a reduce-only
 *       order to which it grants nothing on arrival is refused. After each event the {@link
 *       Aftermath} may cancel, amend and release orders.
 * </ul>
 */
public final class Venue {
  private final Book[] books;
  private final QueueEstimate estimate;
  private final QuoteMatcher quotes;
  private final TradeMatcher trades;
  private final Triggers triggers;
  private final AuctionDesk auctions;
  private final Expiry expiry;
  private final BarMatcher bars;
  private final OrderDesk desk;
  private final Settlement settlement;

  /**
   * A venue without orders, before the first session.
   *
   * @param isMatchingOnArrival whether arriving orders meet the standing book, else the next event
   * @param slippages of each instrument, in the order of the universe
   * @param fees of each instrument, likewise
   * @param seed of what is left to chance
   * @param permit asked before each fill, and on the arrival of a reduce-only order
   * @param points hears where the price is on its way through bars of the tape
   * @throws IllegalArgumentException if the tape cannot give what the spec assumes
   */
  public Venue(
      Universe universe,
      ExecutionSpec spec,
      boolean isMatchingOnArrival,
      SlippageModel[] slippages,
      FeeModel[] fees,
      long seed,
      FillPermit permit,
      Aftermath aftermath,
      OrderListener listener,
      PointListener points) {
    spec.requireFits(universe);
    WorkingOrders orders = new WorkingOrders(universe.size());
    Participation participation = Participation.of(spec.maxParticipation());
    books = Book.of(universe, participation, orders);
    FillDesk fills = new FillDesk(universe, orders, slippages, fees, permit, listener);
    estimate = new QueueEstimate(spec.queue(), orders);
    quotes = new QuoteMatcher(orders, fills, spec.residual(), estimate);
    trades = new TradeMatcher(orders, fills, participation, estimate);
    triggers = new Triggers(orders, spec.triggers(), listener);
    auctions = new AuctionDesk(orders, fills, trades);
    expiry = new Expiry(orders, fills);
    settlement = new Settlement(aftermath);
    bars = new BarMatcher(universe, spec, seed, books, orders, fills, triggers, settlement, points);
    desk =
        new OrderDesk(
            isMatchingOnArrival,
            orders,
            fills,
            quotes,
            triggers,
            auctions,
            expiry,
            bars,
            permit,
            listener);
  }

  /** A new touch; an absent price or size is {@link io.tapedeck.core.market.Missing#VALUE}. */
  public void onQuote(
      int instrument, long nanos, long bidTicks, long bidLots, long askTicks, long askLots) {
    Book book = books[instrument];
    book.refresh(nanos, bidTicks, bidLots, askTicks, askLots);
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
    book.print(nanos, priceTicks, lots);
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

  /** A bar opens, with this position held; the venue walks through it from now on. */
  public void onBarOpen(BarColumns columns, int row, long positionLots) {
    bars.onBarOpen(columns, row, positionLots);
  }

  /** When the way through the open bars comes to its next point; the largest long if none is. */
  public long nextPointNanos() {
    return bars.nextNanos();
  }

  /** The way through the open bars comes to its points of this instant. */
  public void onPoint(long nanos) {
    bars.onPoint(nanos);
  }

  /** An order arrives from its trader. */
  public void arrive(long nanos, long orderId, OrderView order) {
    desk.arrive(nanos, orderId, order, books[order.instrument()]);
    settlement.settle(nanos);
  }

  /** An order that was held here is released: it meets the next event, never the standing book. */
  public void release(long nanos, long orderId, OrderView order) {
    desk.release(nanos, orderId, order, books[order.instrument()]);
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
    Book book = books[instrument];
    desk.amend(nanos, orderId, book, side, lots, limitTicks, triggerTicks, reason);
    settlement.settle(nanos);
  }

  /** A session opens that will close at {@code closeNanos}. */
  public void openSession(long openNanos, long closeNanos) {
    for (Book book : books) {
      book.openSession(openNanos);
    }
    bars.openSession(closeNanos);
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

  /** The session ends: orders good for the day expire, buys first; then it closes. */
  public void closeSession(long nanos) {
    expiry.expireDay(nanos, books);
    for (Book book : books) {
      auctions.onClose(nanos, book);
      book.closeSession(nanos);
    }
    bars.closeSession(nanos);
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
    return quotes.usedUnlimitedSize()
        || trades.usedUnlimitedSize()
        || auctions.usedUnlimitedSize()
        || bars.usedUnlimitedSize();
  }

  /** Whether a print went through one of our limits without telling who was the aggressor. */
  public boolean metUnknownAggressor() {
    return trades.metUnknownAggressor();
  }
}
