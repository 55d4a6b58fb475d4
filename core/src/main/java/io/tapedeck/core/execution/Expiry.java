package io.tapedeck.core.execution;

import io.tapedeck.core.order.TimeInForce;

/** Ends orders whose time is over: at their own instant, or at the close of the session. */
final class Expiry {
  static final long NEVER = Long.MAX_VALUE;

  private final WorkingOrders orders;
  private final FillDesk desk;
  private long nextNanos = NEVER;

  Expiry(WorkingOrders orders, FillDesk desk) {
    this.orders = orders;
    this.desk = desk;
  }

  /** No order expires at an instant of its own before this one; {@link #NEVER} if none does. */
  long nextNanos() {
    return nextNanos;
  }

  void watch(int row) {
    if (orders.timeInForce(row) == TimeInForce.GTD) {
      nextNanos = Math.min(nextNanos, orders.expireNanos(row));
    }
  }

  /** Orders of which this is the instant, or was. */
  void expireDue(long nanos, Book[] books) {
    nextNanos = NEVER;
    for (Book book : books) {
      expireDue(nanos, book.buys);
      expireDue(nanos, book.armedBuys.queue);
      expireDue(nanos, book.sells);
      expireDue(nanos, book.armedSells.queue);
    }
  }

  private void expireDue(long nanos, OrderQueue queue) {
    int place = 0;
    while (place < queue.size()) {
      int row = queue.row(place);
      boolean isDue =
          orders.timeInForce(row) == TimeInForce.GTD && orders.expireNanos(row) <= nanos;
      if (isDue) {
        desk.expire(nanos, queue, place);
      } else {
        watch(row);
        place++;
      }
    }
  }

  /** Orders good for the day. */
  void expireDay(long nanos, Book[] books) {
    for (Book book : books) {
      expireDay(nanos, book.buys);
      expireDay(nanos, book.armedBuys.queue);
      expireDay(nanos, book.sells);
      expireDay(nanos, book.armedSells.queue);
    }
  }

  private void expireDay(long nanos, OrderQueue queue) {
    int place = 0;
    while (place < queue.size()) {
      if (orders.timeInForce(queue.row(place)) == TimeInForce.DAY) {
        desk.expire(nanos, queue, place);
      } else {
        place++;
      }
    }
  }
}
