package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderStatus;

/**
 * What follows from the venue's answers: the journal writes them down, the blotter and the ledger
 * post them, and a report sets out to the trader.
 */
final class Clearing implements OrderListener {
  private final RunJournal journal;
  private final Blotter blotter;
  private final Books books;
  private final ReportQueue reports;
  private final long responseNanos;

  Clearing(
      RunJournal journal, Blotter blotter, Books books, ReportQueue reports, long responseNanos) {
    this.journal = journal;
    this.blotter = blotter;
    this.books = books;
    this.reports = reports;
    this.responseNanos = responseNanos;
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    journal.onAccepted(timeNanos, orderId);
    blotter.accept(orderId);
    reports.addAcceptance(known(timeNanos), orderId);
  }

  @Override
  public void onFilled(
      long timeNanos,
      long orderId,
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity,
      long leavesLots) {
    journal.onFilled(
        timeNanos,
        orderId,
        instrument,
        side,
        priceTicks,
        lots,
        slippageTicks,
        fee,
        liquidity,
        leavesLots);
    if (blotter.filledLots(orderId) == 0) {
      journal.onFirstFill();
    }
    blotter.fill(orderId, lots);
    long cashFlow = books.post(timeNanos, 0, instrument, side, priceTicks, lots, fee);
    reports.addFill(known(timeNanos), orderId, priceTicks, lots, cashFlow);
  }

  @Override
  public void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {
    journal.onCanceled(timeNanos, orderId, reason, leavesLots);
    end(timeNanos, orderId, OrderStatus.CANCELED);
  }

  @Override
  public void onExpired(long timeNanos, long orderId, long leavesLots) {
    journal.onExpired(timeNanos, orderId, leavesLots);
    end(timeNanos, orderId, OrderStatus.EXPIRED);
  }

  private void end(long timeNanos, long orderId, OrderStatus status) {
    blotter.end(orderId, status);
    reports.addEnd(known(timeNanos), orderId);
  }

  private long known(long timeNanos) {
    return Math.addExact(timeNanos, responseNanos);
  }
}
