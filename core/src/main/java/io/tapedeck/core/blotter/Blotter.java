package io.tapedeck.core.blotter;

import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.order.OrderTerms;
import io.tapedeck.core.order.OrderView;
import java.util.Arrays;

/**
 * Every order that is not known to be done: as the venue has it, and what of it has been reported.
 *
 * <p>Invariant: while an order is open, its lots are filled plus leaves (FIX OrderQty = CumQty +
 * LeavesQty); once it is done nothing leaves. Ids are sequential from 1. Rows are a ring over the
 * ids from the oldest order not known done to the newest, so memory follows that span.
 *
 * <p>Working lots are what orders may still fill as far as the trader knows, the worst case of an
 * amend that is under way included. Reduce-only orders are none: they cannot make a position
 * larger.
 */
public final class Blotter {
  private static final int INITIAL_CAPACITY = 16;

  private final WorkingLots working;
  private long oldestId = 1;
  private long nextId = 1;
  private int openOrders;
  private int mask = INITIAL_CAPACITY - 1;
  private OrderTerms[] terms = filled(new OrderTerms[INITIAL_CAPACITY]);
  private OrderStatus[] status = new OrderStatus[INITIAL_CAPACITY];
  private long[] filledLots = new long[INITIAL_CAPACITY];
  private long[] reportedLots = new long[INITIAL_CAPACITY];
  private long[] knownLots = new long[INITIAL_CAPACITY];
  private long[] amendLots = new long[INITIAL_CAPACITY];
  private long[] dearestTicks = new long[INITIAL_CAPACITY];
  private boolean[] isKnownDone = new boolean[INITIAL_CAPACITY];

  /** An empty blotter for this many instruments and strategies. */
  public Blotter(int instruments, int strategies) {
    working = new WorkingLots(instruments, strategies);
  }

  /** Records an order that is on its way to the venue, and returns its id. */
  public long send(OrderView order) {
    long id = add(order, OrderStatus.PENDING_NEW);
    openOrders++;
    working.add(order, order.lots());
    return id;
  }

  /** Records an order that the broker places, of which the trader does not know yet. */
  public long place(OrderView order) {
    long id = add(order, OrderStatus.PENDING_NEW);
    knownLots[row(id)] = 0;
    return id;
  }

  /** Records an order that our own gate refused, and returns its id. */
  public long deny(OrderView order) {
    return add(order, OrderStatus.DENIED);
  }

  /** The id the next order gets. */
  public long nextId() {
    return nextId;
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
        filledLots[row] == terms[row].lots() ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
  }

  /** The venue changed the order's terms. */
  public void replace(long id, long lots, long limitTicks, long triggerTicks) {
    terms[row(id)].sized(lots).limit(limitTicks).trigger(triggerTicks);
  }

  /** The venue ended the order with this status. */
  public void end(long id, OrderStatus terminal) {
    status[row(id)] = terminal;
  }

  /** Whether an amend is under way, so that no other may be sent. */
  public boolean isAmending(long id) {
    return amendLots[row(id)] != 0;
  }

  /** The trader asked for these terms instead. */
  public void amend(long id, long lots, long limitTicks, long triggerTicks) {
    int row = row(id);
    amendLots[row] = lots;
    dearestTicks[row] =
        Math.max(dearestTicks[row], terms[row].type().hasLimit() ? limitTicks : triggerTicks);
    working.add(terms[row], Math.max(lots - knownLots[row], 0));
  }

  /** It became known that the venue took the order; of one that the broker placed, all of it. */
  public void learnAccept(long id) {
    int row = row(id);
    if (knownLots[row] == 0) {
      knownLots[row] = terms[row].lots();
      openOrders++;
      working.add(terms[row], knownLots[row]);
    }
  }

  /** It became known that the venue changed the size; ends an amend of ours if it was that. */
  public void learnReplace(long id, long lots, boolean isRequested) {
    int row = row(id);
    long before = worst(row);
    if (isRequested) {
      amendLots[row] = 0;
      dearestTicks[row] = priceTicks(terms[row]);
    }
    knownLots[row] = lots;
    working.add(terms[row], worst(row) - before);
  }

  /** It became known that the venue did not amend the order: it was too late. */
  public void learnAmendRejected(long id) {
    int row = row(id);
    long before = worst(row);
    amendLots[row] = 0;
    dearestTicks[row] = priceTicks(terms[row]);
    working.add(terms[row], worst(row) - before);
  }

  /** A fill became known; returns whether the order is now known to be filled completely. */
  public boolean learnFill(long id, long lots) {
    int row = row(id);
    reportedLots[row] += lots;
    working.add(terms[row], -lots);
    if (status[row] != OrderStatus.FILLED || reportedLots[row] < filledLots[row]) {
      return false;
    }
    retire(row);
    return true;
  }

  /** It became known that the order is done without being filled completely. */
  public void learnEnd(long id) {
    retire(row(id));
  }

  /** Whether this id was ever given to an order. */
  public boolean isIssued(long id) {
    return id >= 1 && id < nextId;
  }

  /** Whether the order exists and is not known to be done. */
  public boolean isKnownOpen(long id) {
    return id >= oldestId && id < nextId && !isKnownDone[row(id)];
  }

  /** The oldest order that is not known to be done, or the next id. */
  public long oldestId() {
    return oldestId;
  }

  /** Orders sent and not known to be done. */
  public int openOrders() {
    return openOrders;
  }

  /** What is working, by side, instrument and strategy. */
  public WorkingLots working() {
    return working;
  }

  /** The terms as the venue has them; the view is valid until the order is known to be done. */
  public OrderView order(long id) {
    return terms[row(id)];
  }

  public int instrument(long id) {
    return terms[row(id)].instrument();
  }

  /** As the venue has it. */
  public OrderStatus status(long id) {
    return status[row(id)];
  }

  /** FIX CumQty, as the venue has it. */
  public long filledLots(long id) {
    return filledLots[row(id)];
  }

  /** FIX CumQty, as reported. */
  public long reportedLots(long id) {
    return reportedLots[row(id)];
  }

  /**
   * The highest limit, else trigger, that an open order may have, as far as the trader knows; zero
   * if it has neither.
   */
  public long knownPriceTicks(long id) {
    return dearestTicks[row(id)];
  }

  /** The most that an open order may still fill, as far as the trader knows. */
  public long knownLeavesLots(long id) {
    int row = row(id);
    return worst(row) - reportedLots[row];
  }

  /** FIX LeavesQty, as the venue has it; zero once the order is done. */
  public long leavesLots(long id) {
    int row = row(id);
    return status[row].isTerminal() ? 0 : terms[row].lots() - filledLots[row];
  }

  private long add(OrderView order, OrderStatus first) {
    if (nextId - oldestId > mask) {
      grow();
    }
    long id = nextId++;
    int row = (int) (id & mask);
    terms[row].copy(order);
    status[row] = first;
    filledLots[row] = 0;
    reportedLots[row] = 0;
    knownLots[row] = order.lots();
    amendLots[row] = 0;
    dearestTicks[row] = priceTicks(order);
    isKnownDone[row] = false;
    return id;
  }

  private static long priceTicks(OrderView order) {
    return order.type().hasLimit() ? order.limitTicks() : order.triggerTicks();
  }

  /** The most lots the order may come to, as far as the trader knows. */
  private long worst(int row) {
    return Math.max(knownLots[row], amendLots[row]);
  }

  private void retire(int row) {
    if (status[row] != OrderStatus.DENIED) {
      openOrders--;
      working.add(terms[row], reportedLots[row] - worst(row));
    }
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

  /** Both halves hold the old ring, so a row is found under its wider mask too. */
  private void grow() {
    int capacity = mask + 1;
    OrderTerms[] wide = new OrderTerms[capacity * 2];
    for (long id = oldestId; id < nextId; id++) {
      wide[(int) (id & (capacity * 2 - 1))] = terms[(int) (id & mask)];
    }
    terms = filled(wide);
    status = Arrays.copyOf(status, capacity * 2);
    System.arraycopy(status, 0, status, capacity, capacity);
    isKnownDone = Arrays.copyOf(isKnownDone, capacity * 2);
    System.arraycopy(isKnownDone, 0, isKnownDone, capacity, capacity);
    filledLots = doubled(filledLots);
    reportedLots = doubled(reportedLots);
    knownLots = doubled(knownLots);
    amendLots = doubled(amendLots);
    dearestTicks = doubled(dearestTicks);
    mask = capacity * 2 - 1;
  }

  /** Every place of a ring has a row of terms, which is used again and again. */
  private static OrderTerms[] filled(OrderTerms[] ring) {
    for (int i = 0; i < ring.length; i++) {
      ring[i] = ring[i] == null ? new OrderTerms() : ring[i];
    }
    return ring;
  }

  private static long[] doubled(long[] column) {
    long[] wide = Arrays.copyOf(column, column.length * 2);
    System.arraycopy(column, 0, wide, column.length, column.length);
    return wide;
  }
}
