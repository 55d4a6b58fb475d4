package io.tapedeck.core.replay;

/** What the trader sent and the venue has not received yet, in the order it was sent. */
final class CommandQueue {
  private static final int ORDER_ID = 0;
  private static final int IS_CANCEL = 1;

  private final EventRing ring = new EventRing(2);

  long headNanos() {
    return ring.headNanos();
  }

  void addOrder(long arrivalNanos, long orderId) {
    add(arrivalNanos, orderId, 0);
  }

  void addCancel(long arrivalNanos, long orderId) {
    add(arrivalNanos, orderId, 1);
  }

  private void add(long arrivalNanos, long orderId, long isCancel) {
    int handle = ring.add(arrivalNanos, 0, 0);
    ring.set(handle, ORDER_ID, orderId);
    ring.set(handle, IS_CANCEL, isCancel);
  }

  long firstOrderId() {
    return ring.first(ORDER_ID);
  }

  boolean isFirstCancel() {
    return ring.first(IS_CANCEL) != 0;
  }

  void removeFirst() {
    ring.removeFirst();
  }
}
