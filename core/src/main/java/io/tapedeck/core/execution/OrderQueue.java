package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.util.Arrays;

/**
 * Our working orders on one side of one instrument, best price first, then earliest arrival; market
 * orders come before any limit.
 *
 * <p>An order is <em>fresh</em> until its first evaluation: until then it may still take liquidity
 * at once, afterwards it rests.
 */
final class OrderQueue {
  private static final int INITIAL_CAPACITY = 4;

  final Side side;
  private int size;
  private int fresh;
  private long[] orderId = new long[INITIAL_CAPACITY];
  private long[] priority = new long[INITIAL_CAPACITY];
  private long[] limitTicks = new long[INITIAL_CAPACITY];
  private long[] leavesLots = new long[INITIAL_CAPACITY];
  private boolean[] isMarket = new boolean[INITIAL_CAPACITY];
  private boolean[] isFresh = new boolean[INITIAL_CAPACITY];
  private TimeInForce[] timeInForce = new TimeInForce[INITIAL_CAPACITY];

  OrderQueue(Side side) {
    this.side = side;
  }

  int size() {
    return size;
  }

  boolean hasFresh() {
    return fresh > 0;
  }

  long orderId(int place) {
    return orderId[place];
  }

  long limitTicks(int place) {
    return limitTicks[place];
  }

  long leavesLots(int place) {
    return leavesLots[place];
  }

  boolean isMarket(int place) {
    return isMarket[place];
  }

  boolean isFresh(int place) {
    return isFresh[place];
  }

  TimeInForce timeInForce(int place) {
    return timeInForce[place];
  }

  /** Whether what does not fill at the order's first chance is canceled. */
  boolean isImmediate(int place) {
    return timeInForce[place] == TimeInForce.IOC || timeInForce[place] == TimeInForce.FOK;
  }

  /** Whether the limit of the order at this place allows a fill at this price. */
  boolean reaches(int place, long priceTicks) {
    return side == Side.BUY ? priceTicks <= limitTicks[place] : priceTicks >= limitTicks[place];
  }

  /** Whether this price lies strictly beyond the limit of the order at this place. */
  boolean isThrough(int place, long priceTicks) {
    return side == Side.BUY ? priceTicks < limitTicks[place] : priceTicks > limitTicks[place];
  }

  /** Adds a fresh order behind all that have priority over it, and returns its place. */
  int add(long id, OrderType type, long lots, long limit, TimeInForce tif) {
    if (size == orderId.length) {
      grow(size * 2);
    }
    boolean market = type == OrderType.MARKET;
    long rank = market ? Long.MIN_VALUE : -side.sign() * limit;
    int place = size;
    while (place > 0 && priority[place - 1] > rank) {
      place--;
    }
    shift(place, place + 1, size - place);
    orderId[place] = id;
    priority[place] = rank;
    limitTicks[place] = limit;
    leavesLots[place] = lots;
    isMarket[place] = market;
    isFresh[place] = true;
    timeInForce[place] = tif;
    size++;
    fresh++;
    return place;
  }

  /** Takes filled lots off an order and returns what is left of it. */
  long reduce(int place, long lots) {
    leavesLots[place] -= lots;
    return leavesLots[place];
  }

  /** The order had its first evaluation: it rests. */
  void rest(int place) {
    if (isFresh[place]) {
      isFresh[place] = false;
      fresh--;
    }
  }

  void remove(int place) {
    rest(place);
    size--;
    shift(place + 1, place, size - place);
  }

  /** The place of this order, or -1 if it is not working on this side. */
  int placeOf(long id) {
    for (int place = 0; place < size; place++) {
      if (orderId[place] == id) {
        return place;
      }
    }
    return -1;
  }

  private void shift(int from, int to, int count) {
    System.arraycopy(orderId, from, orderId, to, count);
    System.arraycopy(priority, from, priority, to, count);
    System.arraycopy(limitTicks, from, limitTicks, to, count);
    System.arraycopy(leavesLots, from, leavesLots, to, count);
    System.arraycopy(isMarket, from, isMarket, to, count);
    System.arraycopy(isFresh, from, isFresh, to, count);
    System.arraycopy(timeInForce, from, timeInForce, to, count);
  }

  private void grow(int capacity) {
    orderId = Arrays.copyOf(orderId, capacity);
    priority = Arrays.copyOf(priority, capacity);
    limitTicks = Arrays.copyOf(limitTicks, capacity);
    leavesLots = Arrays.copyOf(leavesLots, capacity);
    isMarket = Arrays.copyOf(isMarket, capacity);
    isFresh = Arrays.copyOf(isFresh, capacity);
    timeInForce = Arrays.copyOf(timeInForce, capacity);
  }
}
