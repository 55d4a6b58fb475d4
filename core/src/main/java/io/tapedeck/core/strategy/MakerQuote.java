package io.tapedeck.core.strategy;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.TimeInForce;

/**
 * One side of a market maker's quote: at most one order, which follows the price wanted by amends.
 *
 * <p>It says something new no sooner than the resting time after it last did, and nothing while the
 * venue has not answered; an amend that is not answered within a second counts as refused. Only an
 * order that has become too large is made smaller at once.
 */
final class MakerQuote {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private enum State {
    NONE,
    SENT,
    RESTING,
    AMENDING,
    CANCELING
  }

  private final Side side;
  private final long toleranceTicks;
  private final long restNanos;
  private State state = State.NONE;
  private long id;
  private long lots; // OrderQty
  private long filledLots;
  private long priceTicks;
  private long askedLots; // by the amend under way
  private long askedTicks;
  private long saidNanos;
  private boolean hasSpoken;

  MakerQuote(Side side, long toleranceTicks, long restNanos) {
    this.side = side;
    this.toleranceTicks = toleranceTicks;
    this.restNanos = restNanos;
  }

  /** What is wanted now, and room for how many lots; without room, or a price, no quote. */
  void want(long wantedTicks, long room, long nanos, OrderSink orders) {
    long wantedLots = wantedTicks > 0 ? Math.max(room, 0) : 0;
    if (state == State.AMENDING && nanos - saidNanos >= PATIENCE_NANOS) {
      state = State.RESTING;
    }
    boolean hasRested = !hasSpoken || nanos - saidNanos >= restNanos;
    if (state == State.NONE) {
      if (wantedLots > 0 && hasRested) {
        send(wantedTicks, wantedLots, orders);
        said(State.SENT, nanos);
      }
    } else if (state == State.RESTING) {
      if (wantedLots == 0) {
        orders.cancel(id);
        said(State.CANCELING, nanos);
      } else if (wantedLots < lots - filledLots) {
        amend(priceTicks, wantedLots, nanos, orders);
      } else if (hasRested && Math.abs(wantedTicks - priceTicks) > toleranceTicks) {
        amend(wantedTicks, wantedLots, nanos, orders);
      }
    }
  }

  private void send(long wantedTicks, long wantedLots, OrderSink orders) {
    lots = wantedLots;
    priceTicks = wantedTicks;
    filledLots = 0;
    id =
        orders
            .order(side, wantedLots)
            .limit(wantedTicks)
            .lasting(TimeInForce.DAY)
            .postOnly()
            .send();
  }

  private void amend(long wantedTicks, long wantedLots, long nanos, OrderSink orders) {
    askedLots = filledLots + wantedLots;
    askedTicks = wantedTicks;
    orders.amend(id, askedLots, askedTicks, 0);
    said(State.AMENDING, nanos);
  }

  private void said(State now, long nanos) {
    state = now;
    saidNanos = nanos;
    hasSpoken = true;
  }

  void onFill(long orderId, long fillLots) {
    if (orderId == id) {
      filledLots += fillLots;
    }
  }

  void onOrder(long orderId, OrderStatus status) {
    if (orderId != id || state == State.NONE) {
      return;
    }
    if (status.isTerminal()) {
      state = State.NONE;
    } else if (state == State.SENT) {
      state = State.RESTING;
    } else if (state == State.AMENDING) {
      lots = askedLots;
      priceTicks = askedTicks;
      state = State.RESTING;
    }
  }
}
