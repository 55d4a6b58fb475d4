package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;

/**
 * Matches working orders against a print. Each lot of a print fills us once, whoever of our orders
 * it fills.
 *
 * <p>A limit order fills at its own price when the print goes strictly through it and the aggressor
 * was of the opposite side; at the limit itself when the queue before it is used up. Where the tape
 * has no quotes of the instrument, a market order takes the print, and an immediate limit order has
 * its one chance at it.
 */
final class TradeMatcher {
  private final WorkingOrders orders;
  private final FillDesk desk;
  private final Participation participation;
  private final QueueEstimate estimate;
  private long printTicks;
  private long printLots;
  private int taker;
  private long availableLots;
  private long usedLots;
  private boolean usedUnlimitedSize;
  private boolean metUnknownAggressor;

  TradeMatcher(
      WorkingOrders orders, FillDesk desk, Participation participation, QueueEstimate estimate) {
    this.orders = orders;
    this.desk = desk;
    this.participation = participation;
    this.estimate = estimate;
  }

  boolean usedUnlimitedSize() {
    return usedUnlimitedSize;
  }

  boolean metUnknownAggressor() {
    return metUnknownAggressor;
  }

  /** A new print: all of our share of it is there. */
  void print(Book book, long priceTicks, long lots, long aggressor) {
    printTicks = priceTicks;
    printLots = Missing.is(lots) ? Book.UNLIMITED : lots;
    availableLots = participation.of(printLots);
    usedLots = 0;
    boolean isTold = aggressor == 1 || aggressor == -1;
    taker = isTold ? (int) aggressor : book.aggressorByQuote(priceTicks);
  }

  /** Serves the working orders of a side. */
  void match(long nanos, Book book, Side side) {
    OrderQueue queue = book.queue(side);
    int place = 0;
    while (place < queue.size()) {
      int row = queue.row(place);
      if (book.hasQuotes && !orders.reaches(row, printTicks)) {
        return; // orders behind have limits no better than this one's
      }
      boolean isWaitingForQuote = book.hasQuotes && (orders.isFresh(row) || orders.isMarket(row));
      if (isWaitingForQuote || !evaluate(nanos, book, queue, place)) {
        place++;
      }
    }
  }

  private boolean evaluate(long nanos, Book book, OrderQueue queue, int place) {
    int row = queue.row(place);
    if (orders.isMarket(row)) {
      take(nanos, book, row, printTicks);
    } else if (orders.isThrough(row, printTicks)) {
      if (isEvidence(row)) {
        fillAtLimit(nanos, book, row, availableLots);
      }
    } else if (estimate.isOn() && printTicks == orders.limitTicks(row) && isEvidence(row)) {
      long excess = estimate.trade(row, printLots) - usedLots;
      fillAtLimit(nanos, book, row, Math.min(excess, availableLots));
    }
    queue.rest(place);
    return desk.settle(nanos, queue, place, true);
  }

  /** Whether the print's aggressor took from orders like this one. */
  private boolean isEvidence(int row) {
    metUnknownAggressor |= taker == 0;
    return taker == -orders.side(row).sign();
  }

  /** An order takes what is left of the print. */
  void take(long nanos, Book book, int row, long priceTicks) {
    long lots = desk.fillableLots(row, availableLots);
    if (lots > 0) {
      use(lots);
      desk.take(nanos, book, row, priceTicks, lots);
    }
  }

  private void fillAtLimit(long nanos, Book book, int row, long lotsThere) {
    long lots = desk.fillableLots(row, lotsThere);
    if (lots > 0) {
      use(lots);
      Liquidity liquidity = orders.isImmediate(row) ? Liquidity.TAKER : Liquidity.MAKER;
      desk.fillAtLimit(nanos, book, row, lots, liquidity);
    }
  }

  /** An order in an auction gets what is left of its print, at its price. */
  void fillInAuction(long nanos, Book book, int row) {
    long lots = desk.fillableLots(row, availableLots);
    if (lots > 0) {
      use(lots);
      desk.fillAt(nanos, book, row, printTicks, lots, Liquidity.TAKER);
    }
  }

  private void use(long lots) {
    usedLots += lots;
    if (availableLots == Book.UNLIMITED) {
      usedUnlimitedSize = true;
    } else {
      availableLots -= lots;
    }
  }
}
