package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;

/**
 * Serves orders for the opening at the open of the bar that opens the session, and those for the
 * close at the close of the bar that ends it; each has one chance.
 */
final class BarSession {
  private final WorkingOrders orders;
  private final FillDesk desk;
  private final BarTaker taker;
  private final Settlement settlement;

  BarSession(WorkingOrders orders, FillDesk desk, BarTaker taker, Settlement settlement) {
    this.orders = orders;
    this.desk = desk;
    this.taker = taker;
    this.settlement = settlement;
  }

  /** A bar has opened. */
  void open(long nanos, BarWalk walk) {
    if (walk.book.auctions.isAwaitingEvent()) {
      openSide(nanos, walk, Side.BUY);
      openSide(nanos, walk, Side.SELL);
    }
  }

  private void openSide(long nanos, BarWalk walk, Side side) {
    if (walk.line(side).isPresent() && !walk.book.auctions.isOpeningOver(side)) {
      walk.book.auctions.endOpening(side);
      serve(nanos, walk, walk.book.opening, side);
    }
  }

  /** A bar has come to its close. */
  void close(long nanos, BarWalk walk) {
    if (walk.endsSession()) {
      serve(nanos, walk, walk.book.closing, Side.BUY);
      serve(nanos, walk, walk.book.closing, Side.SELL);
    }
  }

  private void serve(long nanos, BarWalk walk, OrderQueue queue, Side side) {
    int place = 0;
    while (place < queue.size()) {
      int row = queue.row(place);
      if (orders.side(row) == side && orders.joinTurn(row) <= walk.turn()) {
        serve(nanos, walk, queue, place, side);
        settlement.settle(nanos);
        place = 0; // other orders may be gone
      } else {
        place++;
      }
    }
  }

  private void serve(long nanos, BarWalk walk, OrderQueue queue, int place, Side side) {
    int row = queue.row(place);
    BarLine line = walk.line(side);
    if (line.isPresent() && orders.reaches(row, line.takerTicks(side))) {
      taker.take(nanos, walk.book, row, line, line.takerTicks(side));
    }
    if (!desk.settle(nanos, queue, place, false)) {
      desk.cancel(nanos, queue, place, CancelReason.AUCTION_UNFILLED);
    }
  }

  /** The session has closed: orders for a close that no bar brings are canceled. */
  void end(long nanos, BarWalk walk) {
    OrderQueue queue = walk.book.closing;
    while (!walk.endsSession() && queue.size() > 0) {
      desk.cancel(nanos, queue, 0, CancelReason.AUCTION_UNFILLED);
    }
  }
}
