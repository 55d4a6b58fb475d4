package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.TimeInForce;

/**
 * Matches working orders against the touch.
 *
 * <p>A market order, and a limit order at its first evaluation, takes at the touch. A limit order
 * that rests fills at its own price when the opposite touch reaches it. Either way no more than our
 * share of the displayed size less what we took of it already; what a marketable order lacks then
 * is a matter of the residual rule.
 */
final class QuoteMatcher {
  /** How far an order walks at most; the rest waits for the next quote. */
  static final int MOST_LEVELS = 1_000;

  private final WorkingOrders orders;
  private final FillDesk desk;
  private final ResidualRule residual;
  private final QueueEstimate estimate;
  private boolean usedUnlimitedSize;

  QuoteMatcher(WorkingOrders orders, FillDesk desk, ResidualRule residual, QueueEstimate estimate) {
    this.orders = orders;
    this.desk = desk;
    this.residual = residual;
    this.estimate = estimate;
  }

  boolean usedUnlimitedSize() {
    return usedUnlimitedSize;
  }

  /** Serves the working orders of a side. */
  void match(long nanos, Book book, Side side) {
    OrderQueue queue = book.queue(side);
    Touch touch = book.met(side);
    long reach = touch.isPresent() ? Book.rank(side, touch.ticks()) : Book.FIRST;
    int place = 0;
    while (place < queue.size()) {
      if (!queue.hasFresh() && queue.rank(place) > reach) {
        return; // orders behind have limits no better than this one's
      }
      if (!evaluate(nanos, book, queue, place)) {
        place++;
      }
    }
  }

  /** Serves those of a side that were not served yet. */
  void matchFresh(long nanos, Book book, Side side) {
    OrderQueue queue = book.queue(side);
    int place = 0;
    while (place < queue.size() && queue.hasFresh()) {
      boolean isFresh = orders.isFresh(queue.row(place));
      if (!isFresh || !evaluate(nanos, book, queue, place)) {
        place++;
      }
    }
  }

  /** Evaluates one order against the touch; returns whether it left the queue. */
  boolean evaluate(long nanos, Book book, OrderQueue queue, int place) {
    int row = queue.row(place);
    boolean isTaking = orders.isMarket(row) || orders.isFresh(row);
    Touch touch = book.met(orders.side(row));
    boolean isReached = isReached(touch, row);
    if (isReached && isTaking && orders.isPostOnly(row)) {
      desk.refuseToTake(nanos, queue, place);
      return true;
    }
    if (isReached) {
      fill(nanos, book, row, touch, isTaking);
    }
    boolean isDecided = touch.isPresent() || !orders.isMarket(row);
    if (isDecided && orders.isFresh(row)) {
      queue.rest(place);
      estimate.join(book, row);
    }
    return desk.settle(nanos, queue, place, isDecided)
        || (isReached && isTaking && cancelsResidual(nanos, queue, place, touch));
  }

  /** Whether the touch has come as far as the order's limit. */
  private boolean isReached(Touch touch, int row) {
    return touch.isPresent() && orders.reaches(row, touch.ticks());
  }

  private void fill(long nanos, Book book, int row, Touch touch, boolean isTaking) {
    if (isTaking && residual == ResidualRule.WALKS && !touch.isUnlimited()) {
      walk(nanos, book, row, touch);
      return;
    }
    long lots = desk.fillableLots(row, touch.availableLots());
    if (lots <= 0) {
      return;
    }
    usedUnlimitedSize |= touch.isUnlimited();
    touch.take(0, lots);
    if (isTaking) {
      desk.take(nanos, book, row, touch.ticks(), lots);
    } else {
      desk.fillAtLimit(nanos, book, row, lots, Liquidity.MAKER);
    }
  }

  private void walk(long nanos, Book book, int row, Touch touch) {
    boolean isFillOrKill = orders.timeInForce(row) == TimeInForce.FOK;
    if (isFillOrKill && desk.fillableLots(row, walkableLots(row, touch)) == 0) {
      return;
    }
    for (int level = 0; isWalkable(row, touch, level); level++) {
      long wanted = Math.min(orders.leavesLots(row), touch.availableLots(level));
      long lots = desk.permittedLots(row, wanted);
      if (lots > 0) {
        touch.take(level, lots);
        desk.take(nanos, book, row, touch.levelTicks(level), lots);
      }
      if (lots < wanted || orders.leavesLots(row) == 0) {
        return; // held back by its bonds to other orders, or done
      }
    }
  }

  private long walkableLots(int row, Touch touch) {
    long lots = 0;
    for (int level = 0; isWalkable(row, touch, level) && lots < orders.leavesLots(row); level++) {
      lots += touch.availableLots(level);
    }
    return lots;
  }

  private boolean isWalkable(int row, Touch touch, int level) {
    long ticks = touch.levelTicks(level);
    return level < MOST_LEVELS && touch.lots() > 0 && ticks > 0 && orders.reaches(row, ticks);
  }

  /** Cancels what the touch could not give; not what other orders held back. */
  private boolean cancelsResidual(long nanos, OrderQueue queue, int place, Touch touch) {
    if (residual != ResidualRule.CANCELS || touch.availableLots() > 0) {
      return false;
    }
    desk.cancel(nanos, queue, place, CancelReason.RESIDUAL_CANCELED);
    return true;
  }
}
