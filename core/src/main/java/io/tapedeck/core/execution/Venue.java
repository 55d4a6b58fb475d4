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
 * the tape fills them.
 *
 * <p>Calls come in the total order of events. What becomes of orders goes to the listener, within
 * the call that causes it. An order that arrives meets the standing book if the venue matches on
 * arrival; else the next event.
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
   * @param fees of each instrument, in the order of the universe
   */
  public Venue(
      Universe universe,
      LatencySpec latency,
      SlippageBps slippage,
      FeeModel[] fees,
      OrderListener listener) {
    books = new Book[universe.size()];
    MoneyScale[] scales = new MoneyScale[books.length];
    for (int i = 0; i < books.length; i++) {
      books[i] = new Book(i, universe.hasQuotes(i));
      scales[i] = universe.instrument(i).moneyScale();
    }
    isMatchingOnArrival = latency.entryNanos() > 0;
    this.listener = listener;
    desk = new FillDesk(slippage, fees.clone(), scales, listener);
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
