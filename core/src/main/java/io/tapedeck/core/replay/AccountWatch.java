package io.tapedeck.core.replay;

import io.tapedeck.core.ledger.Books;
import io.tapedeck.core.ledger.MarkWatch;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.order.TradingState;
import io.tapedeck.core.risk.AccountGuard;
import io.tapedeck.core.risk.RiskActions;

/**
 * Holds the account against its limits at every mark. What follows waits until the event is over:
 * marks post nothing. Loss limits act through the trader's own desk, a margin call through the
 * broker; what the broker is closing the desk does not close as well.
 */
final class AccountWatch implements MarkWatch, RiskActions {
  private final Books books;
  private DeskOrders desk;
  private BrokerOrders broker;
  private AccountGuard guard;
  private OrderEntry entry;
  private TradingState wanted;
  private RiskReason cause;
  private boolean isCanceling;
  private boolean isFlattening;
  private boolean isCalled;
  private boolean isLiquidating;

  /** A watch that sees nothing until it is told who acts. */
  AccountWatch(Books books) {
    this.books = books;
  }

  /** Who judges and who acts; said once. */
  void serve(AccountGuard judge, DeskOrders deskOrders, BrokerOrders brokerOrders, OrderEntry at) {
    guard = judge;
    desk = deskOrders;
    broker = brokerOrders;
    entry = at;
  }

  /** Whether the broker is closing the account's positions. */
  boolean isLiquidating() {
    return isLiquidating;
  }

  @Override
  public void onMark(long nanos, long equity, long maintenance) {
    guard.onMark(
        nanos,
        equity,
        books.track().sessionStartEquity(),
        Math.addExact(equity, books.track().drawdownMoney()),
        isLiquidating ? 0 : maintenance); // called once until all is closed
  }

  void openSession(Session session) {
    if (guard != null) {
      guard.onSessionOpen(session.openNanos());
      settle(session.openNanos());
    }
  }

  @Override
  public void changeState(TradingState state, RiskReason reason) {
    wanted = state;
    cause = reason;
  }

  @Override
  public void cancelAll(RiskReason reason) {
    isCanceling |= reason != RiskReason.MAINTENANCE_UNDERCUT;
    cause = reason;
  }

  @Override
  public void flattenAll(RiskReason reason) {
    boolean isBrokers = reason == RiskReason.MAINTENANCE_UNDERCUT;
    isCalled |= isBrokers;
    isFlattening |= !isBrokers;
  }

  @Override
  public void flatten(int instrument, RiskReason reason) {
    throw new IllegalStateException("an account's limits close all positions or none");
  }

  /** The event is over: does what was asked for during it. */
  void settle(long nanos) {
    if (isLiquidating && books.ledger().openPositions() == 0) {
      isLiquidating = false;
    }
    if (isCalled) {
      isCalled = false;
      isLiquidating = true;
      broker.liquidate(nanos);
    }
    if (wanted != null || isCanceling || isFlattening) {
      act(nanos);
    }
  }

  private void act(long nanos) {
    entry.at(nanos);
    TradingState state = wanted;
    boolean isToCancel = isCanceling;
    boolean isToFlatten = isFlattening;
    wanted = null;
    isCanceling = false;
    isFlattening = false;
    if (state != null) {
      desk.changeState(state, cause);
    }
    if (isToCancel) {
      desk.cancelAll(cause);
    }
    if (isToFlatten && !isLiquidating) {
      desk.flattenAll(cause);
    }
  }
}
