package io.tapedeck.core.blotter;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TimeInForce;
import java.util.Arrays;

/**
 * Every order that is not known to be done: as the venue has it, and what of it has been reported.
 *
 * <p>Invariant: while an order is open, its lots are filled plus leaves (FIX OrderQty = CumQty +
 * LeavesQty); once it is done nothing leaves. Ids are sequential from 1. Rows are a ring over the
 * ids from the oldest order not known done to the newest, so memory follows that span.
 */
public final class Blotter {
  private static final int INITIAL_CAPACITY = 16;

  private final long[] workingBuyLots;
  private final long[] workingSellLots;
  private long oldestId = 1;
  private long nextId = 1;
  private int mask = INITIAL_CAPACITY - 1;
  private int[] instrument = new int[INITIAL_CAPACITY];
  private Side[] side = new Side[INITIAL_CAPACITY];
  private OrderType[] type = new OrderType[INITIAL_CAPACITY];
  private TimeInForce[] timeInForce = new TimeInForce[INITIAL_CAPACITY];
  private OrderStatus[] status = new OrderStatus[INITIAL_CAPACITY];
  private long[] orderLots = new long[INITIAL_CAPACITY];
  private long[] limitTicks = new long[INITIAL_CAPACITY];
  private long[] filledLots = new long[INITIAL_CAPACITY];
  private long[] reportedLots = new long[INITIAL_CAPACITY];
  private boolean[] isKnownDone = new boolean[INITIAL_CAPACITY];

  /** An empty blotter for this many instruments. */
  public Blotter(int instruments) {
    workingBuyLots = new long[instruments];
    workingSellLots = new long[instruments];
  }

  /** Records an order that is on its way to the venue, and returns its id. */
  public long send(
      int instrument, OrderType type, Side side, long lots, long limitTicks, TimeInForce tif) {
    long id = add(instrument, type, side, lots, limitTicks, tif, OrderStatus.PENDING_NEW);
    work(instrument, side, lots);
    return id;
  }

  /** Records an order that our own gate refused, and returns its id. */
  public long deny(
      int instrument, OrderType type, Side side, long lots, long limitTicks, TimeInForce tif) {
    return add(instrument, type, side, lots, limitTicks, tif, OrderStatus.DENIED);
  }

  /** The venue took the order. */
  public void accept(long id) {
    status[row(id)] = OrderStatus.NEW;
  }

  /** The venue filled some of the order. */
  public void fill(long id, long lots) {
    int row = row(id);
    filledLots[row] += lots;
    status[row] =
        filledLots[row] == orderLots[row] ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
  }

  /** The venue ended the order with this status. */
  public void end(long id, OrderStatus terminal) {
    status[row(id)] = terminal;
  }

  /** A fill became known; returns whether the order is now known to be filled completely. */
  public boolean learnFill(long id, long lots) {
    int row = row(id);
    reportedLots[row] += lots;
    work(instrument[row], side[row], -lots);
    if (reportedLots[row] < orderLots[row]) {
      return false;
    }
    retire(row);
    return true;
  }

  /** It became known that the order is done without being filled completely. */
  public void learnEnd(long id) {
    int row = row(id);
    if (status[row] != OrderStatus.DENIED) {
      work(instrument[row], side[row], reportedLots[row] - orderLots[row]);
    }
    retire(row);
  }

  /** Whether this id was ever given to an order. */
  public boolean isIssued(long id) {
    return id >= 1 && id < nextId;
  }

  /** Whether the order exists and is not known to be done. */
  public boolean isKnownOpen(long id) {
    return id >= oldestId && id < nextId && !isKnownDone[row(id)];
  }

  /** Lots of buys sent and not known to be done or filled. */
  public long workingBuyLots(int instrument) {
    return workingBuyLots[instrument];
  }

  /** Lots of sells sent and not known to be done or filled; not negative. */
  public long workingSellLots(int instrument) {
    return workingSellLots[instrument];
  }

  public int instrument(long id) {
    return instrument[row(id)];
  }

  public Side side(long id) {
    return side[row(id)];
  }

  public OrderType type(long id) {
    return type[row(id)];
  }

  public TimeInForce timeInForce(long id) {
    return timeInForce[row(id)];
  }

  /** As the venue has it. */
  public OrderStatus status(long id) {
    return status[row(id)];
  }

  public long orderLots(long id) {
    return orderLots[row(id)];
  }

  public long limitTicks(long id) {
    return limitTicks[row(id)];
  }

  /** FIX CumQty, as the venue has it. */
  public long filledLots(long id) {
    return filledLots[row(id)];
  }

  /** FIX LeavesQty, as the venue has it; zero once the order is done. */
  public long leavesLots(long id) {
    int row = row(id);
    return status[row].isTerminal() ? 0 : orderLots[row] - filledLots[row];
  }

  private long add(
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce tif,
      OrderStatus first) {
    if (nextId - oldestId > mask) {
      grow();
    }
    long id = nextId++;
    int row = (int) (id & mask);
    this.instrument[row] = instrument;
    this.type[row] = type;
    this.side[row] = side;
    this.orderLots[row] = lots;
    this.limitTicks[row] = limitTicks;
    this.timeInForce[row] = tif;
    this.status[row] = first;
    this.filledLots[row] = 0;
    this.reportedLots[row] = 0;
    this.isKnownDone[row] = false;
    return id;
  }

  private void work(int instrument, Side side, long lots) {
    long[] working = side == Side.BUY ? workingBuyLots : workingSellLots;
    working[instrument] = Math.addExact(working[instrument], lots);
  }

  private void retire(int row) {
    isKnownDone[row] = true;
    while (oldestId < nextId && isKnownDone[(int) (oldestId & mask)]) {
      oldestId++;
    }
  }

  private int row(long id) {
    if (id < oldestId || id >= nextId) {
      throw new IllegalArgumentException(
          "order " + id + " is not open; open ids are from " + oldestId + " to " + (nextId - 1));
    }
    return (int) (id & mask);
  }

  private void grow() {
    int capacity = mask + 1;
    instrument = Arrays.copyOf(instrument, capacity * 2);
    System.arraycopy(instrument, 0, instrument, capacity, capacity);
    side = doubled(side);
    type = doubled(type);
    timeInForce = doubled(timeInForce);
    status = doubled(status);
    orderLots = doubled(orderLots);
    limitTicks = doubled(limitTicks);
    filledLots = doubled(filledLots);
    reportedLots = doubled(reportedLots);
    isKnownDone = Arrays.copyOf(isKnownDone, capacity * 2);
    System.arraycopy(isKnownDone, 0, isKnownDone, capacity, capacity);
    mask = capacity * 2 - 1;
  }

  /** Both halves hold the old ring, so a row is found under its wider mask too. */
  private static long[] doubled(long[] column) {
    long[] wide = Arrays.copyOf(column, column.length * 2);
    System.arraycopy(column, 0, wide, column.length, column.length);
    return wide;
  }

  private static <T> T[] doubled(T[] column) {
    T[] wide = Arrays.copyOf(column, column.length * 2);
    System.arraycopy(column, 0, wide, column.length, column.length);
    return wide;
  }
}
