package io.tapedeck.core.execution;

import java.util.Arrays;

/** Rows of {@link WorkingOrders}, lowest rank first, then earliest in the queue. */
final class OrderQueue {
  private static final int INITIAL_CAPACITY = 4;

  private final WorkingOrders orders;
  private int size;
  private int fresh;
  private int[] row = new int[INITIAL_CAPACITY];
  private long[] rank = new long[INITIAL_CAPACITY];

  OrderQueue(WorkingOrders orders) {
    this.orders = orders;
  }

  int size() {
    return size;
  }

  boolean hasFresh() {
    return fresh > 0;
  }

  int row(int place) {
    return row[place];
  }

  long rank(int place) {
    return rank[place];
  }

  /** Adds a fresh order behind all of no higher rank, and returns its place. */
  int add(int newRow, long newRank) {
    if (size == row.length) {
      row = Arrays.copyOf(row, size * 2);
      rank = Arrays.copyOf(rank, size * 2);
    }
    int place = size;
    while (place > 0 && rank[place - 1] > newRank) {
      place--;
    }
    shift(place, place + 1, size - place);
    row[place] = newRow;
    rank[place] = newRank;
    size++;
    fresh++;
    return place;
  }

  /** The order had its first evaluation: it rests. */
  void rest(int place) {
    if (orders.isFresh(row[place])) {
      orders.rest(row[place]);
      fresh--;
    }
  }

  /** Takes an order out of the queue and returns its row, which is not dropped. */
  int remove(int place) {
    int removed = row[place];
    if (orders.isFresh(removed)) {
      fresh--;
    }
    size--;
    shift(place + 1, place, size - place);
    return removed;
  }

  /** The place of this order, or -1 if it is not in this queue. */
  int placeOf(long orderId) {
    for (int place = 0; place < size; place++) {
      if (orders.orderId(row[place]) == orderId) {
        return place;
      }
    }
    return -1;
  }

  private void shift(int from, int to, int count) {
    System.arraycopy(row, from, row, to, count);
    System.arraycopy(rank, from, rank, to, count);
  }
}
