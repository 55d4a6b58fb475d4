package io.tapedeck.core.blotter;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.ReplaceReason;
import io.tapedeck.core.order.TimeInForce;

/**
 * What binds orders to each other and to the position, as the venue holds it: groups of which one
 * cancels the others, orders that wait for another, exits that make each other smaller, and orders
 * that may only reduce.
 *
 * <p>A fill marks what it means for other orders at once, so that nothing fills that must not
 * ({@link #lots}); when the event is over {@link #settle} makes it happen, in the order of ids.
 * Links count from the moment an order is sent; they act once it is at the venue.
 */
public final class Contingencies implements FillPermit {
  private final Blotter blotter;
  private final Links links = new Links();
  private final long[] positionLots;
  private boolean isDirty;
  private boolean isSettling;

  /** No links and no position in any instrument. */
  public Contingencies(Blotter blotter, int instruments) {
    this.blotter = blotter;
    positionLots = new long[instruments];
  }

  /**
   * An order was sent: remembers it if it is bound to anything, and what it is bound to. Orders it
   * names must be known open.
   */
  public void send(long orderId, OrderView order) {
    boolean isInGroup = order.cancelsId() != OrderView.NO_ORDER;
    boolean isChild = order.parentId() != OrderView.NO_ORDER;
    if (!isInGroup && !isChild && !order.isReduceOnly()) {
      return;
    }
    links.prune(blotter);
    int row = links.add(orderId, order);
    if (isChild) {
      long parentId = order.parentId();
      links.inherit(row, blotter.status(parentId), blotter.filledLots(parentId));
    }
    if (isInGroup) {
      join(orderId, order.cancelsId());
    }
  }

  private void join(long orderId, long otherId) {
    if (links.find(otherId) < 0) {
      int other = links.add(otherId, blotter.order(otherId));
      links.place(other, blotter.status(otherId), blotter.filledLots(otherId));
    }
    links.join(orderId, otherId);
  }

  /** Whether the venue refuses an order that arrives: there is nothing for it to reduce. */
  public boolean isRefused(OrderView order) {
    return order.isReduceOnly() && order.parentId() == OrderView.NO_ORDER && reducible(order) == 0;
  }

  /** An order arrives: returns whether it goes on into the market, or is held for its parent. */
  public boolean arrive(long orderId, OrderView order) {
    int row = links.find(orderId);
    if (row < 0) {
      return true;
    }
    isDirty = true;
    boolean isHeld = order.parentId() != OrderView.NO_ORDER;
    links.arrive(row, isHeld);
    return !isHeld;
  }

  /** Whether another order of its group was filled, so that this one must not. */
  public boolean isGroupHit(long orderId) {
    int row = links.find(orderId);
    return row >= 0 && links.isGroupHit(row);
  }

  /** Whether the order is at the venue and waits for its parent. */
  public boolean isHeld(long orderId) {
    int row = links.find(orderId);
    return row >= 0 && links.isHeld(row);
  }

  /** An order was filled; {@code leavesLots} of it are still open. */
  public void onFilled(long orderId, OrderView order, long lots, long leavesLots) {
    positionLots[order.instrument()] += order.side().sign() * lots;
    if (links.size() > 0) {
      isDirty |= links.fill(orderId, order.instrument(), lots, leavesLots);
      if (leavesLots == 0) {
        links.finish(orderId);
      }
    }
  }

  /** An order ended without being filled completely. */
  public void onEnded(long orderId) {
    if (links.size() > 0) {
      isDirty |= links.end(orderId);
      links.finish(orderId);
    }
  }

  @Override
  public long lots(long orderId, long wantedLots) {
    int row = links.size() == 0 ? -1 : links.find(orderId);
    if (row < 0) {
      return wantedLots;
    }
    if (links.isGroupHit(row)) {
      return 0;
    }
    long allowed = Math.min(wantedLots, Math.max(links.allowedLots(row), 0));
    OrderView order = links.order(row);
    return order.isReduceOnly() ? Math.min(allowed, reducible(order)) : allowed;
  }

  /** Makes happen what fills and ends since the last call mean for other orders. */
  public void settle(long nanos, ContingencyActions actions) {
    if (isSettling) {
      return; // what an action brings about is settled by the call under way
    }
    isSettling = true;
    while (isDirty) {
      isDirty = false;
      settleOnce(nanos, actions);
    }
    isSettling = false;
  }

  private void settleOnce(long nanos, ContingencyActions actions) {
    for (int row = 0; row < links.size(); row++) { // no action adds or forgets a bound order
      if (links.isHeld(row)) {
        settleHeld(nanos, row, actions);
      }
      if (links.isWorking(row)) {
        settleWorking(nanos, row, actions);
      }
    }
  }

  private void settleHeld(long nanos, int row, ContingencyActions actions) {
    long id = links.orderId(row);
    OrderView order = links.order(row);
    if (links.isGroupHit(row)) {
      actions.drop(nanos, id, CancelReason.OCO_SIBLING_FILLED);
    } else if (!links.isReleasable(row)) {
      if (!links.isGrowing(row)) {
        actions.drop(nanos, id, CancelReason.PARENT_ENDED);
      }
    } else if (order.isReduceOnly() && !links.isGrowing(row) && reducible(order) == 0) {
      actions.drop(nanos, id, CancelReason.POSITION_FLAT);
    } else {
      links.release(row);
      actions.release(nanos, id);
      isDirty = true;
    }
  }

  private void settleWorking(long nanos, int row, ContingencyActions actions) {
    long id = links.orderId(row);
    if (links.isGroupHit(row)) {
      actions.cancel(nanos, id, CancelReason.OCO_SIBLING_FILLED);
      return;
    }
    if (links.unsettledLots(row) > 0) {
      long leaves = links.leavesLots(row) - links.unsettledLots(row);
      fit(nanos, row, leaves, actions, Cause.SIBLING);
    }
    if (links.isWorking(row) && !links.isGrowing(row)) {
      fit(nanos, row, links.allowedLots(row), actions, Cause.PARENT);
    }
    boolean isReducing = links.order(row).isReduceOnly() && links.isToFitPosition(row);
    if (links.isWorking(row) && !links.isGrowing(row) && isReducing) {
      links.fitPosition(row);
      fit(nanos, row, reducible(links.order(row)), actions, Cause.POSITION);
    }
  }

  /** What an order that is too large is made to fit. */
  private enum Cause {
    SIBLING(CancelReason.OUO_SIBLING_FILLED, ReplaceReason.OUO_SIBLING_FILLED),
    PARENT(CancelReason.PARENT_ENDED, ReplaceReason.PARENT_ENDED),
    POSITION(CancelReason.POSITION_FLAT, ReplaceReason.POSITION_REDUCED);

    private final CancelReason atZero;
    private final ReplaceReason above;

    Cause(CancelReason atZero, ReplaceReason above) {
      this.atZero = atZero;
      this.above = above;
    }
  }

  private void fit(long nanos, int row, long leaves, ContingencyActions actions, Cause cause) {
    long id = links.orderId(row);
    long excess = links.leavesLots(row) - leaves;
    if (leaves <= 0) {
      actions.cancel(nanos, id, cause.atZero);
    } else if (excess > 0) {
      long lots = links.orderLots(row) - excess;
      links.resize(row, lots);
      isDirty = true;
      actions.resize(nanos, id, lots, cause.above);
    }
  }

  /** The venue changed an order's size on the trader's wish. */
  public void onAmended(long orderId, long lots) {
    int row = links.size() == 0 ? -1 : links.find(orderId);
    if (row >= 0) {
      links.resize(row, lots);
      isDirty = true;
    }
  }

  /** Orders that are held and whose time is over, in the order of ids; expires them one by one. */
  public long nextHeldExpired(long afterId, boolean isSessionOver, long nanos) {
    long id = links.nextAfter(afterId);
    while (id != OrderView.NO_ORDER) {
      int row = links.find(id);
      OrderView order = links.order(row);
      boolean isOver =
          isSessionOver
              ? order.timeInForce() == TimeInForce.DAY
              : order.timeInForce() == TimeInForce.GTD && order.expireNanos() <= nanos;
      if (links.isHeld(row) && isOver) {
        return id;
      }
      id = links.nextAfter(id);
    }
    return OrderView.NO_ORDER;
  }

  /** When the first order that is held expires by its own time; never is Long.MAX_VALUE. */
  public long nextHeldExpiryNanos() {
    return links.size() == 0 ? Long.MAX_VALUE : links.firstHeldExpiryNanos();
  }

  /** Net lots at the venue. */
  public long positionLots(int instrument) {
    return positionLots[instrument];
  }

  /** Lots of the position that an order of this side makes smaller. */
  private long reducible(OrderView order) {
    long lots = positionLots[order.instrument()];
    return Math.max(order.side() == Side.BUY ? -lots : lots, 0);
  }
}
