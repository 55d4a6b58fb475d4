package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.blotter.Contingencies;
import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.ReplaceReason;

/**
 * What follows from the venue's answers: the journal writes them down, the blotter, its
 * contingencies and the ledger post them, and a report sets out to the trader.
 */
final class Clearing implements OrderListener {
  private final RunJournal journal;
  private final Blotter blotter;
  private final Contingencies contingencies;
  private final Books books;
  private final Toll toll;
  private final ReportQueue reports;
  private final Line responses;

  Clearing(
      RunJournal journal,
      Blotter blotter,
      Contingencies contingencies,
      Books books,
      Toll toll,
      ReportQueue reports,
      Line responses) {
    this.journal = journal;
    this.blotter = blotter;
    this.contingencies = contingencies;
    this.books = books;
    this.toll = toll;
    this.reports = reports;
    this.responses = responses;
  }

  @Override
  public void onAccepted(long timeNanos, long orderId) {
    journal.onAccepted(timeNanos, orderId);
    blotter.accept(orderId);
    toll.arrive(orderId);
    reports.addAcceptance(known(timeNanos, orderId), orderId);
  }

  @Override
  public void onTriggered(long timeNanos, long orderId) {
    journal.onTriggered(timeNanos, orderId);
  }

  @Override
  public void onReplaced(
      long timeNanos,
      long orderId,
      long lots,
      long limitTicks,
      long triggerTicks,
      long leavesLots,
      ReplaceReason reason) {
    journal.onReplaced(timeNanos, orderId, lots, limitTicks, triggerTicks, leavesLots, reason);
    blotter.replace(orderId, lots, limitTicks, triggerTicks);
    boolean isRequested = reason == ReplaceReason.REQUESTED;
    if (isRequested) {
      contingencies.onAmended(orderId, lots);
    }
    reports.addReplaced(known(timeNanos, orderId), orderId, lots, isRequested);
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
    contingencies.onFilled(orderId, blotter.order(orderId), lots, leavesLots);
    toll.fill(orderId, side, priceTicks, lots, slippageTicks, fee, liquidity);
    if (leavesLots == 0) {
      toll.close(orderId);
    }
    int strategy = blotter.order(orderId).strategy();
    long cashFlow = books.post(timeNanos, strategy, instrument, side, priceTicks, lots, fee);
    reports.addFill(known(timeNanos, orderId), orderId, priceTicks, lots, cashFlow);
  }

  @Override
  public void onRejected(long timeNanos, long orderId, RejectReason reason) {
    journal.onRejected(timeNanos, orderId, reason);
    end(timeNanos, orderId, OrderStatus.REJECTED);
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

  @Override
  public void onCancelRejected(long timeNanos, long orderId) {
    journal.onCancelRejected(timeNanos, orderId);
    if (blotter.isKnownOpen(orderId)) {
      reports.addTooLate(known(timeNanos, orderId), orderId);
    }
  }

  private void end(long timeNanos, long orderId, OrderStatus status) {
    blotter.end(orderId, status);
    toll.close(orderId);
    contingencies.onEnded(orderId);
    reports.addEnd(known(timeNanos, orderId), orderId);
  }

  private long known(long timeNanos, long orderId) {
    return responses.arrivalNanos(blotter.instrument(orderId), timeNanos);
  }
}
