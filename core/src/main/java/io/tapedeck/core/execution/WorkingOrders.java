package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.TimeInForce;
import java.util.Arrays;

/**
 * The orders at the venue, each in a row of its own as long as it is there; rows are used again.
 *
 * <p>Of an order, {@code orderLots = filled + leavesLots}. An order is <em>fresh</em> until its
 * first evaluation: until then it may take liquidity at once, afterwards it rests.
 */
final class WorkingOrders {
  private static final int INITIAL_CAPACITY = 8;

  private final int[] count;
  private final long[] arrived;
  private long turn;
  private int used;
  private int firstFree = -1;
  private int[] nextFree = new int[INITIAL_CAPACITY];
  private long[] orderId = new long[INITIAL_CAPACITY];
  private long[] orderLots = new long[INITIAL_CAPACITY];
  private long[] leavesLots = new long[INITIAL_CAPACITY];
  private long[] limitTicks = new long[INITIAL_CAPACITY];
  private long[] triggerTicks = new long[INITIAL_CAPACITY];
  private long[] trailTicks = new long[INITIAL_CAPACITY];
  private long[] trailBpsE4 = new long[INITIAL_CAPACITY];
  private long[] doubledBestTicks = new long[INITIAL_CAPACITY];
  private long[] expireNanos = new long[INITIAL_CAPACITY];
  private long[] arrivalNanos = new long[INITIAL_CAPACITY];
  private long[] joinTurn = new long[INITIAL_CAPACITY];
  private long[] number = new long[INITIAL_CAPACITY];
  private long[] takings = new long[INITIAL_CAPACITY];
  private OrderType[] type = new OrderType[INITIAL_CAPACITY];
  private int[] instrument = new int[INITIAL_CAPACITY];
  private Side[] side = new Side[INITIAL_CAPACITY];
  private TimeInForce[] timeInForce = new TimeInForce[INITIAL_CAPACITY];
  private boolean[] isPostOnly = new boolean[INITIAL_CAPACITY];
  private boolean[] isFresh = new boolean[INITIAL_CAPACITY];

  WorkingOrders(int instruments) {
    count = new int[instruments];
    arrived = new long[instruments];
  }

  /** How many orders there are of an instrument. */
  int count(int ofInstrument) {
    return count[ofInstrument];
  }

  /** Takes an order in and returns its row. */
  int add(long nanos, long id, OrderView order) {
    requireSense(order);
    int row = freeRow();
    orderId[row] = id;
    instrument[row] = order.instrument();
    count[instrument[row]]++;
    orderLots[row] = order.lots();
    leavesLots[row] = order.lots();
    limitTicks[row] = order.limitTicks();
    triggerTicks[row] = order.triggerTicks();
    trailTicks[row] = order.trailTicks();
    trailBpsE4[row] = order.trailBpsE4();
    doubledBestTicks[row] = Missing.VALUE;
    expireNanos[row] = order.expireNanos();
    arrivalNanos[row] = nanos;
    joinTurn[row] = turn + 1;
    number[row] = ++arrived[instrument[row]];
    takings[row] = 0;
    type[row] = order.type();
    side[row] = order.side();
    timeInForce[row] = order.timeInForce();
    isPostOnly[row] = order.isPostOnly();
    isFresh[row] = true;
    return row;
  }

  private static void requireSense(OrderView order) {
    TimeInForce tif = order.timeInForce();
    boolean isArmed = order.type().isTriggered();
    Require.that(order.lots() > 0, "an order must be for at least one lot");
    Require.that(
        !isArmed || !(tif.isImmediate() || tif.isAuction()),
        "an order with a trigger cannot be immediate, nor for an auction");
    Require.that(
        !order.isPostOnly() || (order.type().hasLimit() && !tif.isImmediate() && !tif.isAuction()),
        "a post-only order must have a limit, and neither be immediate nor for an auction");
    Require.that(
        order.type() != OrderType.TRAILING_STOP || order.trailTicks() > 0 || order.trailBpsE4() > 0,
        "a trailing stop must follow by some ticks or some share of the price");
  }

  /** The order is gone; its row is free. */
  void drop(int row) {
    count[instrument[row]]--;
    nextFree[row] = firstFree;
    firstFree = row;
  }

  /** Rows there are, free ones included; what is kept beside a row must have as many. */
  int capacity() {
    return orderId.length;
  }

  /** The order's number among those of its instrument, from 1: what its luck is keyed by. */
  long number(int row) {
    return number[row];
  }

  /** How often the order took liquidity before; counts this time. */
  long nextTaking(int row) {
    return takings[row]++;
  }

  long orderId(int row) {
    return orderId[row];
  }

  long orderLots(int row) {
    return orderLots[row];
  }

  long leavesLots(int row) {
    return leavesLots[row];
  }

  long limitTicks(int row) {
    return limitTicks[row];
  }

  long triggerTicks(int row) {
    return triggerTicks[row];
  }

  long trailTicks(int row) {
    return trailTicks[row];
  }

  long trailBpsE4(int row) {
    return trailBpsE4[row];
  }

  /** The best price a trailing stop has seen, doubled; {@link Missing#VALUE} if none yet. */
  long doubledBestTicks(int row) {
    return doubledBestTicks[row];
  }

  long expireNanos(int row) {
    return expireNanos[row];
  }

  /** When it came to its place: at its arrival, or when its terms last cost it its priority. */
  long arrivalNanos(int row) {
    return arrivalNanos[row];
  }

  /**
   * A leg of the way through some bar begins. Orders that come to their place from now on take part
   * from the next turn on.
   */
  long nextTurn() {
    return ++turn;
  }

  /** From which turn on the order takes part in what bars do. */
  long joinTurn(int row) {
    return joinTurn[row];
  }

  void join(int row, long newTurn) {
    joinTurn[row] = newTurn;
  }

  OrderType type(int row) {
    return type[row];
  }

  Side side(int row) {
    return side[row];
  }

  TimeInForce timeInForce(int row) {
    return timeInForce[row];
  }

  boolean isMarket(int row) {
    return type[row] == OrderType.MARKET;
  }

  boolean isArmed(int row) {
    return type[row].isTriggered();
  }

  boolean isPostOnly(int row) {
    return isPostOnly[row];
  }

  boolean isFresh(int row) {
    return isFresh[row];
  }

  /** Whether what does not fill at the order's first chance is canceled. */
  boolean isImmediate(int row) {
    return timeInForce[row].isImmediate();
  }

  /** Whether the order allows a fill at this price: a market order any. */
  boolean reaches(int row, long priceTicks) {
    return isMarket(row)
        || (side[row] == Side.BUY ? priceTicks <= limitTicks[row] : priceTicks >= limitTicks[row]);
  }

  /** Whether this price lies strictly beyond the order's limit. */
  boolean isThrough(int row, long priceTicks) {
    return side[row] == Side.BUY ? priceTicks < limitTicks[row] : priceTicks > limitTicks[row];
  }

  /** Takes filled lots off an order and returns what is left of it. */
  long reduce(int row, long lots) {
    leavesLots[row] -= lots;
    return leavesLots[row];
  }

  /** New terms; {@code lots} is the new OrderQty, more than what is filled. */
  void amend(int row, long lots, long newLimitTicks, long newTriggerTicks) {
    leavesLots[row] += lots - orderLots[row];
    orderLots[row] = lots;
    limitTicks[row] = newLimitTicks;
    triggerTicks[row] = newTriggerTicks;
  }

  /** The order comes to a new place, at the back. */
  void renew(int row, long nanos) {
    arrivalNanos[row] = nanos;
    joinTurn[row] = Math.max(joinTurn[row], turn + 1);
    isFresh[row] = true;
  }

  /** The order had its first evaluation. */
  void rest(int row) {
    isFresh[row] = false;
  }

  /** An armed order becomes what it was meant to be. */
  void trigger(int row) {
    type[row] = type[row].hasLimit() ? OrderType.LIMIT : OrderType.MARKET;
    isFresh[row] = true;
  }

  void seeBest(int row, long doubledTicks) {
    doubledBestTicks[row] = doubledTicks;
  }

  private int freeRow() {
    if (firstFree >= 0) {
      int row = firstFree;
      firstFree = nextFree[row];
      return row;
    }
    if (used == orderId.length) {
      grow(used * 2);
    }
    return used++;
  }

  private void grow(int capacity) {
    nextFree = Arrays.copyOf(nextFree, capacity);
    orderId = Arrays.copyOf(orderId, capacity);
    orderLots = Arrays.copyOf(orderLots, capacity);
    leavesLots = Arrays.copyOf(leavesLots, capacity);
    limitTicks = Arrays.copyOf(limitTicks, capacity);
    triggerTicks = Arrays.copyOf(triggerTicks, capacity);
    trailTicks = Arrays.copyOf(trailTicks, capacity);
    trailBpsE4 = Arrays.copyOf(trailBpsE4, capacity);
    doubledBestTicks = Arrays.copyOf(doubledBestTicks, capacity);
    expireNanos = Arrays.copyOf(expireNanos, capacity);
    arrivalNanos = Arrays.copyOf(arrivalNanos, capacity);
    instrument = Arrays.copyOf(instrument, capacity);
    joinTurn = Arrays.copyOf(joinTurn, capacity);
    number = Arrays.copyOf(number, capacity);
    takings = Arrays.copyOf(takings, capacity);
    type = Arrays.copyOf(type, capacity);
    side = Arrays.copyOf(side, capacity);
    timeInForce = Arrays.copyOf(timeInForce, capacity);
    isPostOnly = Arrays.copyOf(isPostOnly, capacity);
    isFresh = Arrays.copyOf(isFresh, capacity);
  }
}
