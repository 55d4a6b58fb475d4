package io.tapedeck.core.execution;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderType;

/**
 * Orders of one side of one instrument that wait for their trigger, and between which prices
 * nothing happens to any of them. Prices are doubled, as mids are.
 *
 * <p>Where an order leaves, the bounds may be narrower than need be until the next look: they err
 * towards looking.
 */
final class ArmedOrders {
  private static final long DOUBLED_BPS_E4_WHOLE = 200_000_000L;

  final OrderQueue queue;
  private final WorkingOrders orders;
  private long doubledUpperTicks = Long.MAX_VALUE;
  private long doubledLowerTicks = Long.MIN_VALUE;

  ArmedOrders(WorkingOrders orders) {
    this.orders = orders;
    queue = new OrderQueue(orders);
  }

  void add(int row) {
    queue.add(row, 0);
    bound(row);
  }

  /** Whether this price triggers none of the orders and moves no stop. */
  boolean isQuietAt(long doubledTicks) {
    return doubledTicks < doubledUpperTicks && doubledTicks > doubledLowerTicks;
  }

  /** Whether this price triggers the order. */
  boolean isMet(int row, long doubledTicks) {
    if (orders.type(row) == OrderType.TRAILING_STOP && Missing.is(orders.doubledBestTicks(row))) {
      return false;
    }
    long trigger = doubledTriggerTicks(row);
    return triggersRising(row) ? doubledTicks >= trigger : doubledTicks <= trigger;
  }

  /** A price that does not trigger a trailing stop moves it, if it is the best yet. */
  void follow(int row, long doubledTicks) {
    if (orders.type(row) == OrderType.TRAILING_STOP) {
      long best = orders.doubledBestTicks(row);
      boolean isBetter = orders.side(row) == Side.BUY ? doubledTicks < best : doubledTicks > best;
      if (Missing.is(best) || isBetter) {
        orders.seeBest(row, doubledTicks);
      }
    }
  }

  /** Finds the bounds anew, after orders left or stops moved. */
  void bound() {
    doubledUpperTicks = Long.MAX_VALUE;
    doubledLowerTicks = Long.MIN_VALUE;
    for (int place = 0; place < queue.size(); place++) {
      bound(queue.row(place));
    }
  }

  private void bound(int row) {
    boolean isTrailing = orders.type(row) == OrderType.TRAILING_STOP;
    long best = orders.doubledBestTicks(row);
    if (isTrailing && Missing.is(best)) {
      doubledUpperTicks = Long.MIN_VALUE;
      return;
    }
    long trigger = doubledTriggerTicks(row);
    if (triggersRising(row)) {
      doubledUpperTicks = Math.min(doubledUpperTicks, trigger);
      doubledLowerTicks = isTrailing ? Math.max(doubledLowerTicks, best - 1) : doubledLowerTicks;
    } else {
      doubledLowerTicks = Math.max(doubledLowerTicks, trigger);
      doubledUpperTicks = isTrailing ? Math.min(doubledUpperTicks, best + 1) : doubledUpperTicks;
    }
  }

  /** Whether the order triggers at prices from its trigger upwards; else from it downwards. */
  boolean triggersRising(int row) {
    return orders.type(row).isStop() == (orders.side(row) == Side.BUY);
  }

  /** Where the order triggers; a trailing stop must have seen a price. */
  long doubledTriggerTicks(int row) {
    if (orders.type(row) != OrderType.TRAILING_STOP) {
      return 2 * orders.triggerTicks(row);
    }
    long best = orders.doubledBestTicks(row);
    long offset = orders.trailTicks(row);
    if (offset == 0) {
      long product = Math.multiplyExact(Math.abs(best), orders.trailBpsE4(row));
      offset = -Math.floorDiv(-product, DOUBLED_BPS_E4_WHOLE);
    }
    return best + 2 * offset * orders.side(row).sign();
  }
}
