package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;

/** Fills the orders that the way through a bar meets, with what its volume leaves them. */
final class BarTaker {
  private final WorkingOrders orders;
  private final FillDesk desk;
  private final Triggers triggers;
  private final BarLeg leg;
  private boolean usedUnlimitedSize;

  BarTaker(WorkingOrders orders, FillDesk desk, Triggers triggers, BarLeg leg) {
    this.orders = orders;
    this.desk = desk;
    this.triggers = triggers;
    this.leg = leg;
  }

  boolean usedUnlimitedSize() {
    return usedUnlimitedSize;
  }

  /** The way meets the order that the leg has found, where its line is. */
  void meet(long nanos, BarWalk walk) {
    OrderQueue queue = leg.queue();
    int place = leg.place();
    BarLine line = leg.line();
    Side side = orders.side(queue.row(place));
    if (leg.isArmed()) {
      trigger(nanos, walk, side, place, line);
    } else if (orders.isMarket(queue.row(place))) {
      takeMarket(nanos, walk, queue, place, line, line.takerTicks(side));
    } else {
      meetLimit(nanos, walk, queue, place, line);
    }
  }

  private void trigger(long nanos, BarWalk walk, Side side, int armedPlace, BarLine line) {
    ArmedOrders armed = walk.book.armed(side);
    long trigger = armed.doubledTriggerTicks(armed.queue.row(armedPlace));
    long price = walk.isAtOpen() ? line.takerTicks(side) : line.takerTicks(side, trigger);
    int place = triggers.fire(nanos, walk.book, armed, armedPlace);
    OrderQueue queue = walk.book.queue(side);
    int row = queue.row(place);
    if (orders.isMarket(row)) {
      takeMarket(nanos, walk, queue, place, line, price);
    } else if (leg.isBeyond(row, line.atTicks()) && !orders.isPostOnly(row)) {
      orders.join(row, walk.turn() + 1);
      take(
          nanos, walk.book, row, line, orders.reaches(row, price) ? price : orders.limitTicks(row));
      queue.rest(place);
      desk.settle(nanos, queue, place, true);
    } else {
      orders.join(row, walk.turn());
    }
  }

  /** A market order takes at this price; what is left of it waits. */
  void takeMarket(
      long nanos, BarWalk walk, OrderQueue queue, int place, BarLine line, long priceTicks) {
    int row = queue.row(place);
    orders.join(row, Math.max(orders.joinTurn(row), walk.turn() + 1));
    take(nanos, walk.book, row, line, priceTicks);
    desk.settle(nanos, queue, place, true);
  }

  private void meetLimit(long nanos, BarWalk walk, OrderQueue queue, int place, BarLine line) {
    int row = queue.row(place);
    boolean isFresh = orders.isFresh(row);
    boolean isBeyond = leg.isBeyond(row, line.atTicks());
    if (isBeyond && isFresh && orders.isPostOnly(row)) {
      desk.refuseToTake(nanos, queue, place);
      return;
    }
    orders.join(row, walk.turn() + 1);
    if (isBeyond && walk.isAtOpen() && !orders.isPostOnly(row)) {
      take(nanos, walk.book, row, line, line.takerTicks(orders.side(row)));
    } else if (leg.isReached(walk, row, line)) {
      boolean isTaking = orders.isImmediate(row) || (isBeyond && isFresh);
      fillAtLimit(nanos, walk.book, row, line, isTaking ? Liquidity.TAKER : Liquidity.MAKER);
    }
    queue.rest(place);
    desk.settle(nanos, queue, place, true);
  }

  /** An order takes at this price, made worse by slippage. */
  void take(long nanos, Book book, int row, BarLine line, long priceTicks) {
    long lots = use(row, line);
    if (lots > 0) {
      desk.take(nanos, book, row, priceTicks, lots);
    }
  }

  private void fillAtLimit(long nanos, Book book, int row, BarLine line, Liquidity liquidity) {
    long lots = use(row, line);
    if (lots > 0) {
      long limit = orders.limitTicks(row);
      boolean isBeyond = leg.isBeyond(row, line.atTicks());
      long price = isBeyond ? line.takerTicks(orders.side(row), 2 * limit) : limit;
      desk.fillAt(nanos, book, row, price, lots, liquidity);
    }
  }

  private long use(int row, BarLine line) {
    long lots = desk.fillableLots(row, line.availableLots());
    if (lots > 0) {
      usedUnlimitedSize |= line.isUnlimited();
      line.take(lots);
    }
    return lots;
  }
}
