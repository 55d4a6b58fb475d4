package io.tapedeck.core.execution;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;

/**
 * Serves orders for the opening and the closing.
 *
 * <p>An opening is over for an instrument when its official print was there; without flags, for
 * each side, when the session's first event was there that could fill it.
 */
final class AuctionDesk {
  private final WorkingOrders orders;
  private final FillDesk desk;
  private final TradeMatcher trades;
  private boolean usedUnlimitedSize;

  AuctionDesk(WorkingOrders orders, FillDesk desk, TradeMatcher trades) {
    this.orders = orders;
    this.desk = desk;
    this.trades = trades;
  }

  boolean usedUnlimitedSize() {
    return usedUnlimitedSize;
  }

  /** Adds an order to those of its auction. */
  void add(OrderQueue queue, int row) {
    queue.add(row, orders.isMarket(row) ? 0 : 1);
  }

  /** The official print of an auction: serves its orders, and cancels what is left of them. */
  void onOfficialPrint(long nanos, Book book, byte auction) {
    boolean isOpening = auction == Auction.OPENING;
    if (isOpening ? book.auctions.isOpeningOver() : book.auctions.isClosingOver()) {
      return; // a second one of the session is no auction of ours
    }
    OrderQueue queue = isOpening ? book.opening : book.closing;
    for (int place = 0; place < queue.size(); place++) {
      int row = queue.row(place);
      if (orders.reaches(row, book.lastTicks())) {
        trades.fillInAuction(nanos, book, row);
      }
    }
    clear(nanos, queue);
    if (isOpening) {
      book.auctions.endOpening();
    } else {
      book.auctions.endClosing();
    }
  }

  /** A quote of an instrument without flags: the first that shows a side opens the other. */
  void onQuote(long nanos, Book book) {
    openAtTouch(nanos, book, Side.BUY);
    openAtTouch(nanos, book, Side.SELL);
  }

  private void openAtTouch(long nanos, Book book, Side side) {
    if (!book.auctions.isOpeningOver(side) && book.met(side).isPresent()) {
      takeAtTouch(nanos, book, book.opening, side);
      clear(nanos, book.opening, side);
      book.auctions.endOpening(side);
    }
  }

  /** A print of an instrument without flags and without quotes: the first opens. */
  void onPrint(long nanos, Book book) {
    OrderQueue queue = book.opening;
    for (int place = 0; place < queue.size(); place++) {
      int row = queue.row(place);
      if (orders.reaches(row, book.lastTicks())) {
        trades.take(nanos, book, row, book.lastTicks());
      }
    }
    clear(nanos, queue);
    book.auctions.endOpening();
  }

  /**
   * The session closes: without flags its orders meet the standing touch, or the last print; an
   * opening that never came is over.
   */
  void onClose(long nanos, Book book) {
    clear(nanos, book.opening);
    if (book.hasAuctions || book.isFilledByBars) {
      return; // the official print, or the last bar, is still to come
    }
    if (book.hasQuotes) {
      takeAtTouch(nanos, book, book.closing, Side.BUY);
      takeAtTouch(nanos, book, book.closing, Side.SELL);
    } else if (!Missing.is(book.lastTicks())) {
      takeAtLast(nanos, book);
    }
    clear(nanos, book.closing);
  }

  /** The flagged closing auctions are over, whether a print came or not. */
  void onEnd(long nanos, Book book) {
    if (book.hasAuctions && !book.auctions.isClosingOver()) {
      clear(nanos, book.closing);
    }
  }

  private void takeAtTouch(long nanos, Book book, OrderQueue queue, Side side) {
    Touch touch = book.met(side);
    for (int place = 0; place < queue.size() && touch.isPresent(); place++) {
      int row = queue.row(place);
      boolean isReached = orders.side(row) == side && orders.reaches(row, touch.ticks());
      long lots = isReached ? desk.fillableLots(row, touch.availableLots()) : 0;
      if (lots > 0) {
        usedUnlimitedSize |= touch.isUnlimited();
        touch.take(0, lots);
        desk.take(nanos, book, row, touch.ticks(), lots);
      }
    }
  }

  private void takeAtLast(long nanos, Book book) {
    for (int place = 0; place < book.closing.size(); place++) {
      int row = book.closing.row(place);
      boolean isReached = orders.reaches(row, book.lastTicks());
      long lots = isReached ? desk.fillableLots(row, Book.UNLIMITED) : 0;
      if (lots > 0) {
        usedUnlimitedSize = true;
        desk.take(nanos, book, row, book.lastTicks(), lots);
      }
    }
  }

  private void clear(long nanos, OrderQueue queue) {
    while (queue.size() > 0) {
      end(nanos, queue, 0);
    }
  }

  private void clear(long nanos, OrderQueue queue, Side side) {
    int place = 0;
    while (place < queue.size()) {
      if (orders.side(queue.row(place)) == side) {
        end(nanos, queue, place);
      } else {
        place++;
      }
    }
  }

  /** An order whose auction is over is filled, or canceled. */
  private void end(long nanos, OrderQueue queue, int place) {
    if (!desk.settle(nanos, queue, place, false)) {
      desk.cancel(nanos, queue, place, CancelReason.AUCTION_UNFILLED);
    }
  }
}
