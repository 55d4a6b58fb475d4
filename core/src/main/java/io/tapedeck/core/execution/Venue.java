package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;

/**
 * The simulated venue: a book for each instrument, our working orders in it, and the rules by which
 * the tape fills them. The tape itself is never changed by what we do.
 *
 * <p>Calls come in the total order of events. What becomes of orders goes to the listener, within
 * the call that causes it. The rules:
 *
 * <ul>
 *   <li>Orders of a side compete by price, then by arrival; market orders come before limits. Buys
 *       are served before sells.
 *   <li>With an entry latency an order meets the book standing at its arrival, else the next event.
 *   <li>Where the tape has quotes, a market order, and a limit order at its first quote, takes at
 *       the touch, worsened by slippage but never beyond its limit, up to the displayed size less
 *       what we took of it. After its first quote a limit order rests, and fills at its own price:
 *       when the opposite touch reaches it, or when a print goes strictly through it whose
 *       aggressor was of the opposite side. Before that quote no print fills it.
 *   <li>Where it has none, a market order takes the next prints, up to their sizes, plus slippage;
 *       a limit order rests at once.
 *   <li>What we took of a side of the touch stays taken until that side's price or size changes.
 *       The lots of a print fill us once, whichever of our orders they fill.
 *   <li>IOC and FOK are decided at the first event that could fill them: a market order at the
 *       first quote that shows the side it takes from, a limit order at the first quote at all;
 *       without quotes the first print. If nothing is left there for us, they are canceled.
 *   <li>DAY orders expire when the session ends, before anything matches at that instant.
 * </ul>
 */
public final class Venue {
  private final Book[] books;
  private final boolean isMatchingOnArrival;
  private final OrderListener listener;
  private final FillDesk desk;
  private final QuoteMatcher quotes;
  private final TradeMatcher trades;

  /**
   * A venue without orders.
   *
   * @param latency an entry latency above zero makes arriving orders meet the standing book
   * @param slippages of each instrument, in the order of the universe; none random, as fills are
   *     not numbered
   * @param fees of each instrument, likewise
   */
  public Venue(
      Universe universe,
      LatencySpec latency,
      SlippageModel[] slippages,
      FeeModel[] fees,
      OrderListener listener) {
    books = new Book[universe.size()];
    MoneyScale[] scales = new MoneyScale[books.length];
    for (int i = 0; i < books.length; i++) {
      books[i] = new Book(i, universe.hasQuotes(i));
      scales[i] = universe.instrument(i).moneyScale();
    }
    isMatchingOnArrival = !latency.entry().isNone();
    this.listener = listener;
    desk = new FillDesk(slippages.clone(), fees.clone(), scales, listener);
    quotes = new QuoteMatcher(desk);
    trades = new TradeMatcher(desk);
  }

  /** A new touch; an absent price or size is {@link io.tapedeck.core.market.Missing#VALUE}. */
  public void onQuote(
      int instrument, long nanos, long bidTicks, long bidLots, long askTicks, long askLots) {
    Book book = books[instrument];
    book.refresh(bidTicks, bidLots, askTicks, askLots);
    if (book.isWorking()) {
      quotes.match(nanos, book);
    }
  }

  /** A print; the aggressor is +1, -1, or anything else where it is not known. */
  public void onTrade(int instrument, long nanos, long priceTicks, long lots, long aggressor) {
    Book book = books[instrument];
    if (book.isWorking()) {
      trades.match(nanos, book, priceTicks, lots, aggressor);
    }
  }

  /** An order arrives; {@code limitTicks} counts for limit orders only. */
  public void arrive(
      long nanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce timeInForce) {
    Book book = books[instrument];
    OrderQueue queue = book.queue(side);
    int place = queue.add(orderId, type, lots, limitTicks, timeInForce);
    listener.onAccepted(nanos, orderId);
    if (isMatchingOnArrival && book.isQuoted()) {
      quotes.evaluate(nanos, book, queue, place);
    }
  }

  /** A cancel arrives; an order that is not working answers nothing. */
  public void cancel(long nanos, long orderId, int instrument, Side side) {
    OrderQueue queue = books[instrument].queue(side);
    int place = queue.placeOf(orderId);
    if (place >= 0) {
      long leaves = queue.leavesLots(place);
      queue.remove(place);
      listener.onCanceled(nanos, orderId, CancelReason.REQUESTED, leaves);
    }
  }

  /** The session ends: orders good for the day expire, by instrument, buys first. */
  public void expireDay(long nanos) {
    for (Book book : books) {
      expireDay(nanos, book.buys);
      expireDay(nanos, book.sells);
    }
  }

  private void expireDay(long nanos, OrderQueue queue) {
    int place = 0;
    while (place < queue.size()) {
      if (queue.timeInForce(place) == TimeInForce.DAY) {
        long id = queue.orderId(place);
        long leaves = queue.leavesLots(place);
        queue.remove(place);
        listener.onExpired(nanos, id, leaves);
      } else {
        place++;
      }
    }
  }

  /** Whether a fill was not limited by size because the tape shows none. */
  public boolean usedUnlimitedSize() {
    return quotes.usedUnlimitedSize() || trades.usedUnlimitedSize();
  }

  /** Whether a print went through one of our limits without telling who was the aggressor. */
  public boolean metUnknownAggressor() {
    return trades.metUnknownAggressor();
  }
}
