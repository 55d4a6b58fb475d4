package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;
import java.math.BigDecimal;

/**
 * Enters each instrument in the opening or the closing auction of a session and leaves in that of a
 * session so many later, then again from the next such auction on: 0 sessions from open to close
 * are days without nights, 1 from close to open nights without days.
 *
 * <p>Orders for an opening are sent when the session before it closes, so the first opening of a
 * run is not traded; those for a close when its session opens, or when the entry fills. Of what an
 * exit leaves over, the next entry is made smaller.
 *
 * <p>Source: M. Cliff, M. J. Cooper and H. Gulen, "Return Differences between Trading and
 * Non-Trading Hours: Like Night and Day", 2008.
 */
public final class SessionHolder implements Strategy {
  /** The auctions of a session. */
  public enum Auction {
    OPEN,
    CLOSE
  }

  /**
   * Parameters of one run.
   *
   * @param side of the position
   * @param enter auction of the entry
   * @param exit auction of the exit
   * @param sessions from that of the entry to that of the exit; positive, or 0 from open to close
   * @param size of the position, in units; positive
   */
  public record Params(
      @Parameter(value = "side of the position", standard = "BUY") Side side,
      @Parameter(value = "auction of the entry", standard = "CLOSE") Auction enter,
      @Parameter(value = "auction of the exit", standard = "OPEN") Auction exit,
      @Parameter(
              value = "from the session of the entry to that of the exit",
              unit = "sessions",
              range = "at least 1, or 0 from open to close",
              standard = "1")
          int sessions,
      @Parameter(value = "size of the position", unit = "units", range = "positive")
          BigDecimal size)
      implements StrategySpec {
    public Params {
      Require.that(side != null, "side must be given");
      Require.that(enter != null && exit != null, "enter and exit must be given");
      boolean isSameDay = enter == Auction.OPEN && exit == Auction.CLOSE;
      Require.that(
          sessions >= (isSameDay ? 0 : 1),
          "sessions from %s to %s must be at least %d, was %d",
          enter,
          exit,
          isSameDay ? 0 : 1,
          sessions);
      Require.that(size != null && size.signum() > 0, "size must be positive, was %s", size);
    }

    @Override
    public Strategy create(Universe universe) {
      return new SessionHolder(this, universe);
    }
  }

  /** Makes it known as session-holder. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "session-holder";
    }

    @Override
    public String summary() {
      return "Holds from one opening or closing auction to another, so many sessions later.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final Params params;
  private final long[] lots;
  private long openNanos = Long.MIN_VALUE;
  private long closeNanos = Long.MIN_VALUE;
  private int session; // the one that is open or was last, from 1
  private boolean hasEntered; // and the exit is not due
  private boolean isLeaving; // the exit is due, and the next entry is not
  private int entered; // session of the last entry
  private int earliest; // session of the next entry, at the earliest

  private SessionHolder(Params params, Universe universe) {
    this.params = params;
    lots = universe.orderLots(params.size());
  }

  /** Told once for each instrument; the first time counts. */
  @Override
  public void onSessionOpen(Session opened, PositionView position, OrderSink orders) {
    if (opened.openNanos() != openNanos) {
      openNanos = opened.openNanos();
      session++;
      prepare(Auction.CLOSE, session, position, orders);
    }
  }

  /** Told once for each instrument; the first time counts. */
  @Override
  public void onSessionClose(Session closed, PositionView position, OrderSink orders) {
    if (closed.closeNanos() != closeNanos) {
      closeNanos = closed.closeNanos();
      prepare(Auction.OPEN, session + 1, position, orders);
    }
  }

  private void prepare(Auction auction, int of, PositionView position, OrderSink orders) {
    if (hasEntered && auction == params.exit() && of == entered + params.sessions()) {
      hasEntered = false;
      isLeaving = true;
      boolean isBeforeEntry = params.exit() == Auction.OPEN && params.enter() == Auction.CLOSE;
      earliest = isBeforeEntry ? of : of + 1;
      for (int i = 0; i < lots.length; i++) {
        leave(position.of(i).lots(), orders.on(i));
      }
    } else if (!hasEntered && auction == params.enter() && of >= earliest) {
      hasEntered = true;
      isLeaving = false;
      entered = of;
      for (int i = 0; i < lots.length; i++) {
        enter(lots[i], position.of(i), orders.on(i));
      }
    }
  }

  private void enter(long wantedLots, PositionView position, OrderSink orders) {
    long over = params.side().sign() * (position.lots() + position.workingLots());
    if (wantedLots > over) {
      orders.market(params.side(), wantedLots - Math.max(over, 0), at(params.enter()));
    }
  }

  private void leave(long heldLots, OrderSink orders) {
    long left = params.side().sign() * heldLots;
    if (left > 0) {
      orders.market(params.side().opposite(), left, at(params.exit()));
    }
  }

  /** An entry that becomes known after its exit was due is closed by an exit of its own. */
  @Override
  public void onFill(
      long orderId, Side side, long priceTicks, long filled, PositionView known, OrderSink orders) {
    if (isLeaving && side == params.side()) {
      leave(side.sign() * filled, orders);
    }
  }

  private static TimeInForce at(Auction auction) {
    return auction == Auction.OPEN ? TimeInForce.AT_THE_OPENING : TimeInForce.AT_THE_CLOSE;
  }
}
