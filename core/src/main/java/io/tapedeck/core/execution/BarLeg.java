package io.tapedeck.core.execution;

import io.tapedeck.core.chance.Draw;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderType;

/**
 * Finds the order that the way through a bar meets next: the one that is least far along its line's
 * leg; among equals a buy first, then a working order before an armed one, then by priority.
 *
 * <p>An order that the price here concerns already is met here.
 */
final class BarLeg {
  private static final long NOT_MET = -1;
  private static final Side[] SIDES = Side.values();

  private final WorkingOrders orders;
  private final BarFillSpec spec;
  private OrderQueue queue;
  private int place;
  private BarLine line;
  private long distance;
  private boolean isArmed;

  BarLeg(WorkingOrders orders, BarFillSpec spec) {
    this.orders = orders;
    this.spec = spec;
  }

  /** Where the order that was found is. */
  OrderQueue queue() {
    return queue;
  }

  int place() {
    return place;
  }

  BarLine line() {
    return line;
  }

  long distance() {
    return distance;
  }

  boolean isArmed() {
    return isArmed;
  }

  /**
   * Looks for the next order.
   *
   * @param meetsMarkets whether market orders fill here
   * @return whether there is one
   */
  boolean find(BarWalk walk, boolean meetsMarkets) {
    queue = null;
    for (Side side : SIDES) {
      look(walk, side, meetsMarkets);
    }
    return queue != null;
  }

  /** Looks for a market order only. */
  boolean findMarket(BarWalk walk) {
    queue = null;
    for (Side side : SIDES) {
      lookForMarket(walk, side);
    }
    return queue != null;
  }

  private void lookForMarket(BarWalk walk, Side side) {
    OrderQueue working = walk.book.queue(side);
    BarLine own = walk.line(side);
    for (int i = 0; own.isPresent() && i < working.size() && orders.isMarket(working.row(i)); i++) {
      if (takesPart(walk, working.row(i))) {
        consider(own.distance(), own, working, i, false);
      }
    }
  }

  private void look(BarWalk walk, Side side, boolean meetsMarkets) {
    BarLine own = walk.line(side);
    if (!own.isPresent()) {
      return;
    }
    OrderQueue working = walk.book.queue(side);
    for (int i = 0; i < working.size(); i++) {
      int row = working.row(i);
      boolean isHere = takesPart(walk, row) && (meetsMarkets || !orders.isMarket(row));
      if (isHere) {
        consider(distanceOfWorking(walk, row, own), own, working, i, false);
      }
    }
    ArmedOrders armed = walk.book.armed(side);
    for (int i = 0; i < armed.queue.size(); i++) {
      int row = armed.queue.row(i);
      if (takesPart(walk, row)) {
        consider(distanceOfArmed(armed, row, own), own, armed.queue, i, true);
      }
    }
  }

  private boolean takesPart(BarWalk walk, int row) {
    return orders.joinTurn(row) <= walk.turn();
  }

  private void consider(
      long newDistance, BarLine newLine, OrderQueue newQueue, int newPlace, boolean isOfArmed) {
    boolean isNext =
        newDistance != NOT_MET
            && (queue == null || isBefore(newDistance, newLine.length(), distance, line.length()));
    if (isNext) {
      distance = newDistance;
      line = newLine;
      queue = newQueue;
      place = newPlace;
      isArmed = isOfArmed;
    }
  }

  /**
   * Whether {@code left / leftLength < right / rightLength}, in 128 bits; zero lengths have zero
   * distances.
   */
  private static boolean isBefore(long left, long leftLength, long right, long rightLength) {
    if (leftLength == rightLength || left == 0 || right == 0) {
      return left < right;
    }
    long high = Math.multiplyHigh(left, rightLength);
    long otherHigh = Math.multiplyHigh(right, leftLength);
    return high == otherHigh
        ? Long.compareUnsigned(left * rightLength, right * leftLength) < 0
        : high < otherHigh;
  }

  private long distanceOfWorking(BarWalk walk, int row, BarLine own) {
    boolean isDecidedHere =
        orders.isMarket(row) || orders.isImmediate(row) || isBeyond(row, own.atTicks());
    if (isDecidedHere) {
      return own.distance();
    }
    if (!isReached(walk, row, own)) {
      return NOT_MET;
    }
    return own.distance() + Math.abs(own.atTicks() - 2 * orders.limitTicks(row));
  }

  /** Whether this price is better than the order's limit. */
  boolean isBeyond(int row, long doubledTicks) {
    return isBeyond(orders.side(row), 2 * orders.limitTicks(row), doubledTicks);
  }

  private static boolean isBeyond(Side side, long doubledLimitTicks, long doubledTicks) {
    return side == Side.BUY ? doubledTicks < doubledLimitTicks : doubledTicks > doubledLimitTicks;
  }

  /** Whether the way from here on comes far enough to fill a limit order. */
  boolean isReached(BarWalk walk, int row, BarLine own) {
    long limit = 2 * orders.limitTicks(row);
    boolean isBuy = orders.side(row) == Side.BUY;
    long best = isBuy ? own.lowestAheadTicks() : own.highestAheadTicks();
    if (best == limit) {
      return isFilledByTouch(walk, row);
    }
    return isBeyond(orders.side(row), limit, best);
  }

  private boolean isFilledByTouch(BarWalk walk, int row) {
    if (spec.limit() != BarLimitMode.PROBABILITY) {
      return spec.limit() == BarLimitMode.TOUCH;
    }
    double drawn = Draw.uniform(walk.limitKey, orders.orderId(row), walk.openNanos());
    return drawn < spec.touchProbability();
  }

  private long distanceOfArmed(ArmedOrders armed, int row, BarLine own) {
    long here = own.atTicks();
    if (orders.type(row) == OrderType.TRAILING_STOP && !armed.isMet(row, here)) {
      armed.follow(row, here); // it takes part from here on, maybe again
    }
    long trigger = armed.doubledTriggerTicks(row);
    boolean isRising = armed.triggersRising(row);
    if (isRising ? here >= trigger : here <= trigger) {
      return own.distance();
    }
    boolean isMet =
        isRising ? own.highestAheadTicks() >= trigger : own.lowestAheadTicks() <= trigger;
    return isMet ? own.distance() + Math.abs(trigger - here) : NOT_MET;
  }

  /** A bar opens: orders that were told to wait for this turn take part. */
  void admit(BarWalk walk, long waitedTurn) {
    for (Side side : SIDES) {
      admit(walk, walk.book.queue(side), waitedTurn);
      admit(walk, walk.book.armed(side).queue, waitedTurn);
    }
  }

  private void admit(BarWalk walk, OrderQueue waiting, long waitedTurn) {
    for (int i = 0; i < waiting.size(); i++) {
      if (orders.joinTurn(waiting.row(i)) == waitedTurn) {
        orders.join(waiting.row(i), walk.turn());
      }
    }
  }

  /** The leg is walked: orders that took part and were not met rest, and stops follow its end. */
  void finish(BarWalk walk) {
    for (Side side : SIDES) {
      finish(walk, side);
    }
  }

  private void finish(BarWalk walk, Side side) {
    BarLine own = walk.line(side);
    if (!own.isPresent()) {
      return;
    }
    OrderQueue working = walk.book.queue(side);
    for (int i = 0; i < working.size(); i++) {
      if (takesPart(walk, working.row(i)) && !orders.isMarket(working.row(i))) {
        working.rest(i);
      }
    }
    ArmedOrders armed = walk.book.armed(side);
    for (int i = 0; i < armed.queue.size(); i++) {
      if (takesPart(walk, armed.queue.row(i))) {
        armed.follow(armed.queue.row(i), own.atTicks());
      }
    }
  }
}
