package io.tapedeck.core.replay;

/** What the trader sent and the venue has not received yet, in the order it was sent. */
final class CommandQueue {
  /** An order. */
  static final int ORDER = 0;

  /** A request to cancel an order. */
  static final int CANCEL = 1;

  /** A request to amend an order. */
  static final int AMEND = 2;

  /** A request of the risk desk to cancel an order. */
  static final int RISK_CANCEL = 3;

  private static final int KIND = 0;
  private static final int ORDER_ID = 1;
  private static final int LOTS = 2;
  private static final int LIMIT_TICKS = 3;
  private static final int TRIGGER_TICKS = 4;

  private final EventRing ring;

  CommandQueue(DueBound bound) {
    ring = new EventRing(5, bound);
  }

  long headNanos() {
    return ring.headNanos();
  }

  void addOrder(long arrivalNanos, long orderId) {
    add(arrivalNanos, ORDER, orderId);
  }

  void addCancel(long arrivalNanos, long orderId) {
    add(arrivalNanos, CANCEL, orderId);
  }

  void addRiskCancel(long arrivalNanos, long orderId) {
    add(arrivalNanos, RISK_CANCEL, orderId);
  }

  void addAmend(long arrivalNanos, long orderId, long lots, long limitTicks, long triggerTicks) {
    int handle = add(arrivalNanos, AMEND, orderId);
    ring.set(handle, LOTS, lots);
    ring.set(handle, LIMIT_TICKS, limitTicks);
    ring.set(handle, TRIGGER_TICKS, triggerTicks);
  }

  private int add(long arrivalNanos, long kind, long orderId) {
    int handle = ring.add(arrivalNanos, 0, 0);
    ring.set(handle, KIND, kind);
    ring.set(handle, ORDER_ID, orderId);
    return handle;
  }

  /** {@link #ORDER}, {@link #CANCEL}, {@link #AMEND} or {@link #RISK_CANCEL}. */
  int firstKind() {
    return (int) ring.first(KIND);
  }

  long firstOrderId() {
    return ring.first(ORDER_ID);
  }

  long firstLots() {
    return ring.first(LOTS);
  }

  long firstLimitTicks() {
    return ring.first(LIMIT_TICKS);
  }

  long firstTriggerTicks() {
    return ring.first(TRIGGER_TICKS);
  }

  void removeFirst() {
    ring.removeFirst();
  }
}
