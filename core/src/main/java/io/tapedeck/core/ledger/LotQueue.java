package io.tapedeck.core.ledger;

import java.util.Arrays;

/**
 * The lots of one instrument that are held, each as the fill that opened it left it, oldest first;
 * rings of arrays that grow to the largest number held and allocate nothing after that.
 *
 * <p>Each lot knows between which prices it was seen. An older lot has seen all that a younger one
 * has, so a price needs to be told to the youngest lots only, back to the first that has seen as
 * much: nothing at a mark, and at a fill the number of lots at worst.
 */
final class LotQueue {
  private static final int INITIAL_LOTS = 8;

  private long[] nanos = new long[INITIAL_LOTS];
  private long[] priceTicks = new long[INITIAL_LOTS];
  private long[] lots = new long[INITIAL_LOTS];
  private long[] basis = new long[INITIAL_LOTS];
  private long[] fee = new long[INITIAL_LOTS];
  private long[] lowDoubledTicks = new long[INITIAL_LOTS];
  private long[] highDoubledTicks = new long[INITIAL_LOTS];
  private int head;
  private int size;

  int size() {
    return size;
  }

  /** Adds the youngest lot, which was seen at its own price so far; so were the older ones. */
  void add(long fillNanos, long fillTicks, long fillLots, long signedBasis, long fillFee) {
    if (size == lots.length) {
      grow();
    }
    reach(2 * fillTicks, 2 * fillTicks);
    int slot = slot(size++);
    nanos[slot] = fillNanos;
    priceTicks[slot] = fillTicks;
    lots[slot] = fillLots;
    basis[slot] = signedBasis;
    fee[slot] = fillFee;
    lowDoubledTicks[slot] = 2 * fillTicks;
    highDoubledTicks[slot] = 2 * fillTicks;
  }

  /** All held lots were seen at prices with these extremes. */
  void reach(long lowest, long highest) {
    for (int i = size - 1; i >= 0 && lowDoubledTicks[slot(i)] > lowest; i--) {
      lowDoubledTicks[slot(i)] = lowest;
    }
    for (int i = size - 1; i >= 0 && highDoubledTicks[slot(i)] < highest; i--) {
      highDoubledTicks[slot(i)] = highest;
    }
  }

  /** Takes this much of the oldest lot, and the lot itself when none of it is left. */
  void take(long takenLots, long takenBasis, long takenFee) {
    lots[head] -= takenLots;
    basis[head] -= takenBasis;
    fee[head] -= takenFee;
    if (lots[head] == 0) {
      head = slot(1);
      size--;
    }
  }

  /** When the lot was opened; 0 is the oldest. */
  long nanos(int index) {
    return nanos[slot(index)];
  }

  long priceTicks(int index) {
    return priceTicks[slot(index)];
  }

  /** Lots that are left of it, positive. */
  long lots(int index) {
    return lots[slot(index)];
  }

  /** The basis of what is left of it, in money, signed like the position. */
  long basis(int index) {
    return basis[slot(index)];
  }

  /** The opening fee's share of what is left of it, in money. */
  long fee(int index) {
    return fee[slot(index)];
  }

  long lowDoubledTicks(int index) {
    return lowDoubledTicks[slot(index)];
  }

  long highDoubledTicks(int index) {
    return highDoubledTicks[slot(index)];
  }

  private int slot(int index) {
    return (head + index) & (lots.length - 1);
  }

  private void grow() {
    nanos = unrolled(nanos);
    priceTicks = unrolled(priceTicks);
    basis = unrolled(basis);
    fee = unrolled(fee);
    lowDoubledTicks = unrolled(lowDoubledTicks);
    highDoubledTicks = unrolled(highDoubledTicks);
    lots = unrolled(lots);
    head = 0;
  }

  /** Twice the column, its oldest entry first. */
  private long[] unrolled(long[] column) {
    long[] wider = Arrays.copyOf(column, column.length * 2);
    int tail = column.length - head;
    System.arraycopy(column, head, wider, 0, tail);
    System.arraycopy(column, 0, wider, tail, head);
    return wider;
  }
}
