package io.tapedeck.core.blotter;

import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderView;
import java.util.Arrays;

/**
 * Orders that are bound to others or to the position, from when they are sent until they are known
 * to be done: until then others may still be bound to them. Few, in the order of their ids; rows
 * are used again.
 */
final class Links {
  private static final int INITIAL_CAPACITY = 8;
  private static final byte UNDERWAY = 0;
  private static final byte HELD = 1;
  private static final byte WORKING = 2;
  private static final byte DONE = 3;

  private int size;
  private long[] ids = new long[INITIAL_CAPACITY];
  private Row[] rows = filled(new Row[INITIAL_CAPACITY]);

  /** One bound order. */
  private static final class Row {
    private final OrderTerms order = new OrderTerms();
    private byte phase;
    private long group;
    private long orderLots;
    private long filledLots;
    private long parentFilledLots;
    private long overtakenLots;
    private long unsettledLots;
    private boolean isParentFilled;
    private boolean isParentDone;
    private boolean isGroupHit;
    private boolean isToFitPosition;
  }

  int size() {
    return size;
  }

  /** Adds an order that is on its way. */
  int add(long orderId, OrderView order) {
    if (size == rows.length) {
      ids = Arrays.copyOf(ids, size * 2);
      rows = filled(Arrays.copyOf(rows, size * 2));
    }
    int place = size;
    while (place > 0 && ids[place - 1] > orderId) {
      place--;
    }
    Row row = rows[size];
    System.arraycopy(ids, place, ids, place + 1, size - place);
    System.arraycopy(rows, place, rows, place + 1, size - place);
    ids[place] = orderId;
    rows[place] = row;
    size++;
    row.order.copy(order);
    row.phase = UNDERWAY;
    row.group = orderId;
    row.orderLots = order.lots();
    row.filledLots = 0;
    row.parentFilledLots = 0;
    row.overtakenLots = 0;
    row.unsettledLots = 0;
    row.isParentFilled = false;
    row.isParentDone = false;
    row.isGroupHit = false;
    row.isToFitPosition = false;
    return place;
  }

  /** What the order has come to already. */
  void place(int row, OrderStatus status, long filledLots) {
    byte arrived = status.isTerminal() ? DONE : WORKING;
    rows[row].phase = status == OrderStatus.PENDING_NEW ? UNDERWAY : arrived;
    rows[row].filledLots = filledLots;
  }

  /** Puts an order into the group of another, of which something may have been filled already. */
  void join(long orderId, long otherId) {
    Row row = rows[find(orderId)];
    Row other = rows[find(otherId)];
    row.group = other.group;
    row.isGroupHit = other.isGroupHit || other.filledLots > 0;
  }

  /** What the order's parent has come to when the order is sent. */
  void inherit(int row, OrderStatus parent, long parentFilledLots) {
    rows[row].parentFilledLots = parentFilledLots;
    rows[row].isParentFilled = parent == OrderStatus.FILLED;
    rows[row].isParentDone = parent.isTerminal();
    rows[row].isToFitPosition = parent.isTerminal();
  }

  /** The row of an order, or -1 if it is bound to nothing. */
  int find(long orderId) {
    int row = size == 0 ? -1 : Arrays.binarySearch(ids, 0, size, orderId);
    return Math.max(row, -1);
  }

  /** The next bound order by id; {@link OrderView#NO_ORDER} if there is none. */
  long nextAfter(long orderId) {
    int place = Arrays.binarySearch(ids, 0, size, orderId);
    int next = place < 0 ? -place - 1 : place + 1;
    return next < size ? ids[next] : OrderView.NO_ORDER;
  }

  void arrive(int row, boolean isHeld) {
    rows[row].phase = isHeld ? HELD : WORKING;
  }

  /**
   * Marks what a fill means for other orders; returns whether it means anything. A reduce-only
   * order at the venue may be too large after any fill in its instrument.
   */
  boolean fill(long orderId, int instrument, long lots, long leavesLots) {
    int own = find(orderId);
    long group = own < 0 ? orderId : rows[own].group;
    long updates = own < 0 ? OrderView.NO_ORDER : rows[own].order.updatesId();
    boolean isBinding = false;
    if (own >= 0) {
      rows[own].filledLots += lots;
    }
    for (int i = 0; i < size; i++) {
      Row row = rows[i];
      if (row.order.isReduceOnly()
          && row.order.instrument() == instrument
          && row.phase != UNDERWAY) {
        row.isToFitPosition = true;
        isBinding = true;
      }
      if (i != own && row.group == group) {
        row.isGroupHit = true;
        isBinding = true;
      }
      if (row.order.parentId() == orderId) {
        row.parentFilledLots += lots;
        row.isParentFilled |= leavesLots == 0;
        row.isParentDone |= leavesLots == 0;
        row.isToFitPosition |= leavesLots == 0;
        isBinding = true;
      }
      if (row.order.updatesId() == orderId || ids[i] == updates) {
        row.overtakenLots += lots;
        row.unsettledLots += lots;
        isBinding = true;
      }
    }
    return isBinding;
  }

  /** Marks what the end of an order means for others; returns whether it means anything. */
  boolean end(long orderId) {
    boolean isBinding = false;
    for (int i = 0; i < size; i++) {
      if (rows[i].order.parentId() == orderId) {
        rows[i].isParentDone = true;
        rows[i].isToFitPosition = true;
        isBinding = true;
      }
    }
    return isBinding;
  }

  /** The order is done; others may be bound to it until that is known. */
  void finish(long orderId) {
    int row = find(orderId);
    if (row >= 0) {
      rows[row].phase = DONE;
    }
  }

  /** Forgets the orders that are known to be done. */
  void prune(Blotter blotter) {
    int kept = 0;
    for (int row = 0; row < size; row++) {
      if (rows[row].phase != DONE || blotter.isKnownOpen(ids[row])) {
        Row moved = rows[row];
        rows[row] = rows[kept];
        rows[kept] = moved;
        ids[kept] = ids[row];
        kept++;
      }
    }
    size = kept;
  }

  long orderId(int row) {
    return ids[row];
  }

  OrderView order(int row) {
    return rows[row].order;
  }

  boolean isHeld(int row) {
    return rows[row].phase == HELD;
  }

  boolean isWorking(int row) {
    return rows[row].phase == WORKING;
  }

  boolean isGroupHit(int row) {
    return rows[row].isGroupHit;
  }

  /** Whether it is only now to be held against the position it reduces. */
  boolean isToFitPosition(int row) {
    return rows[row].isToFitPosition;
  }

  void fitPosition(int row) {
    rows[row].isToFitPosition = false;
  }

  long orderLots(int row) {
    return rows[row].orderLots;
  }

  long leavesLots(int row) {
    return rows[row].orderLots - rows[row].filledLots;
  }

  /** Lots that fills of the other exit took from this one, and that it still shows. */
  long unsettledLots(int row) {
    return rows[row].unsettledLots;
  }

  /** Whether its parent is open, so that what it may fill can still grow. */
  boolean isGrowing(int row) {
    return rows[row].order.parentId() != OrderView.NO_ORDER && !rows[row].isParentDone;
  }

  /** Whether a held order may come into the market now. */
  boolean isReleasable(int row) {
    Row held = rows[row];
    return held.order.isAfterAll() ? held.isParentFilled : held.parentFilledLots > 0;
  }

  /** Lots an order may still fill for its parent's and its other exit's sake. */
  long allowedLots(int row) {
    Row child = rows[row];
    long leaves = child.orderLots - child.filledLots - child.unsettledLots;
    boolean isFollowing = child.order.parentId() != OrderView.NO_ORDER && !child.order.isAfterAll();
    return isFollowing
        ? Math.min(leaves, child.parentFilledLots - child.overtakenLots - child.filledLots)
        : leaves;
  }

  void release(int row) {
    rows[row].phase = WORKING;
  }

  /** The order is this large from now on; what the other exit took of it is settled. */
  void resize(int row, long lots) {
    rows[row].orderLots = lots;
    rows[row].unsettledLots = 0;
  }

  long firstHeldExpiryNanos() {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < size; i++) {
      long nanos = rows[i].order.expireNanos();
      first = rows[i].phase == HELD && nanos > 0 ? Math.min(first, nanos) : first;
    }
    return first;
  }

  private static Row[] filled(Row[] wide) {
    for (int i = 0; i < wide.length; i++) {
      wide[i] = wide[i] == null ? new Row() : wide[i];
    }
    return wide;
  }
}
