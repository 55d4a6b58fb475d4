package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.TimeInForce;

/**
 * Matches working orders against a print. Each lot of a print fills us once, whoever of our orders
 * it fills.
 *
 * <p>A limit order fills at its own price when the print goes strictly through it and the aggressor
 * was of the opposite side. Where the tape has no quotes of the instrument, a market order takes
 * the print, and an immediate limit order has its one chance at it.
 */
final class TradeMatcher {
  private final FillDesk desk;
  private long printLots;
  private boolean usedUnlimitedSize;
  private boolean metUnknownAggressor;

  TradeMatcher(FillDesk desk) {
    this.desk = desk;
  }

  boolean usedUnlimitedSize() {
    return usedUnlimitedSize;
  }

  boolean metUnknownAggressor() {
    return metUnknownAggressor;
  }

  void match(long nanos, Book book, long priceTicks, long lots, long aggressor) {
    printLots = Missing.is(lots) ? Book.UNLIMITED : lots;
    boolean isTold = aggressor == 1 || aggressor == -1;
    int taker = isTold ? (int) aggressor : book.aggressorByQuote(priceTicks);
    match(nanos, book, book.buys, priceTicks, taker);
    match(nanos, book, book.sells, priceTicks, taker);
  }

  private void match(long nanos, Book book, OrderQueue queue, long priceTicks, int taker) {
    int place = 0;
    while (place < queue.size()) {
      boolean isWaitingForQuote = book.hasQuotes && queue.isFresh(place);
      if (isWaitingForQuote || (book.hasQuotes && queue.isMarket(place))) {
        place++;
      } else if (!evaluate(nanos, book, queue, place, priceTicks, taker)) {
        place++;
      }
    }
  }

  private boolean evaluate(
      long nanos, Book book, OrderQueue queue, int place, long priceTicks, int taker) {
    if (queue.isMarket(place)) {
      long lots = lots(queue, place);
      if (lots > 0) {
        desk.take(nanos, book, queue, place, priceTicks, lots);
      }
    } else if (queue.isThrough(place, priceTicks)) {
      metUnknownAggressor |= taker == 0;
      if (taker == -queue.side.sign()) {
        fillAtLimit(nanos, book, queue, place);
      }
    }
    queue.rest(place);
    return desk.settle(nanos, queue, place, true);
  }

  private void fillAtLimit(long nanos, Book book, OrderQueue queue, int place) {
    long lots = lots(queue, place);
    if (lots > 0) {
      Liquidity liquidity = queue.isImmediate(place) ? Liquidity.TAKER : Liquidity.MAKER;
      desk.fillAtLimit(nanos, book, queue, place, lots, liquidity);
    }
  }

  /**
   * Takes lots off the print for an order: zero if nothing is left, or not enough for all of it.
   */
  private long lots(OrderQueue queue, int place) {
    long leaves = queue.leavesLots(place);
    long lots = Math.min(leaves, printLots);
    if (lots <= 0 || (lots < leaves && queue.timeInForce(place) == TimeInForce.FOK)) {
      return 0;
    }
    if (printLots == Book.UNLIMITED) {
      usedUnlimitedSize = true;
    } else {
      printLots -= lots;
    }
    return lots;
  }
}
