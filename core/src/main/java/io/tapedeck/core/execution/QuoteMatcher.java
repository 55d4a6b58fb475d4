package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.TimeInForce;

/**
 * Matches working orders against the touch.
 *
 * <p>A market order, and a limit order at its first evaluation, takes at the touch. A limit order
 * that rests fills at its own price when the opposite touch reaches it. Either way no more than the
 * displayed size less what we took of it already.
 */
final class QuoteMatcher {
  private final FillDesk desk;
  private boolean usedUnlimitedSize;

  QuoteMatcher(FillDesk desk) {
    this.desk = desk;
  }

  boolean usedUnlimitedSize() {
    return usedUnlimitedSize;
  }

  void match(long nanos, Book book) {
    match(nanos, book, book.buys);
    match(nanos, book, book.sells);
  }

  private void match(long nanos, Book book, OrderQueue queue) {
    int place = 0;
    while (place < queue.size()) {
      if (!queue.hasFresh() && !isReached(book, queue, place)) {
        return; // orders behind have limits no better than this one's
      }
      if (!evaluate(nanos, book, queue, place)) {
        place++;
      }
    }
  }

  /** Evaluates one order against the touch; returns whether it left the queue. */
  boolean evaluate(long nanos, Book book, OrderQueue queue, int place) {
    boolean isPresent = !Missing.is(book.touchTicks(queue.side));
    if (isReached(book, queue, place)) {
      fill(nanos, book, queue, place);
    }
    boolean isDecided = isPresent || !queue.isMarket(place);
    if (isDecided) {
      queue.rest(place);
    }
    return desk.settle(nanos, queue, place, isDecided);
  }

  private static boolean isReached(Book book, OrderQueue queue, int place) {
    long touchTicks = book.touchTicks(queue.side);
    return !Missing.is(touchTicks) && (queue.isMarket(place) || queue.reaches(place, touchTicks));
  }

  private void fill(long nanos, Book book, OrderQueue queue, int place) {
    long leaves = queue.leavesLots(place);
    long lots = Math.min(leaves, book.availableLots(queue.side));
    if (lots <= 0 || (lots < leaves && queue.timeInForce(place) == TimeInForce.FOK)) {
      return;
    }
    usedUnlimitedSize |= book.isUnlimited(queue.side);
    book.take(queue.side, lots);
    if (queue.isMarket(place) || queue.isFresh(place)) {
      desk.take(nanos, book, queue, place, book.touchTicks(queue.side), lots);
    } else {
      desk.fillAtLimit(nanos, book, queue, place, lots, Liquidity.MAKER);
    }
  }
}
