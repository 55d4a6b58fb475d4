package io.tapedeck.core.replay;

/** What became of orders and the trader does not know yet, in the order it will be known. */
final class ReportQueue {
  /** Some of an order was filled. */
  static final int FILL = 1;

  /** The venue took an order. */
  static final int ACCEPTANCE = 2;

  /** An order ended without being filled completely. */
  static final int END = 3;

  /** The venue changed an order as the trader asked. */
  static final int AMENDED = 4;

  /** The venue changed an order for the sake of another, or of the position. */
  static final int RESIZED = 5;

  /** A request to cancel or amend came too late. */
  static final int TOO_LATE = 6;

  /** Cash was charged for financing. */
  static final int CHARGE = 7;

  private static final int KIND = 0;
  private static final int ORDER_ID = 1;
  private static final int PRICE_TICKS = 2;
  private static final int LOTS = 3;
  private static final int CASH_FLOW = 4;

  private final EventRing ring;

  ReportQueue(DueBound bound) {
    ring = new EventRing(5, bound);
  }

  long headNanos() {
    return ring.headNanos();
  }

  /** An order was filled; {@code cashFlow} is what that changed cash by, fee included. */
  void addFill(long nanos, long orderId, long priceTicks, long lots, long cashFlow) {
    int handle = add(nanos, orderId, FILL);
    ring.set(handle, PRICE_TICKS, priceTicks);
    ring.set(handle, LOTS, lots);
    ring.set(handle, CASH_FLOW, cashFlow);
  }

  void addAcceptance(long nanos, long orderId) {
    add(nanos, orderId, ACCEPTANCE);
  }

  void addEnd(long nanos, long orderId) {
    add(nanos, orderId, END);
  }

  void addReplaced(long nanos, long orderId, long lots, boolean isRequested) {
    int handle = add(nanos, orderId, isRequested ? AMENDED : RESIZED);
    ring.set(handle, LOTS, lots);
  }

  void addTooLate(long nanos, long orderId) {
    add(nanos, orderId, TOO_LATE);
  }

  /** Cash was charged; {@code charge} is negative for a credit. */
  void addCharge(long nanos, long charge) {
    int handle = add(nanos, 0, CHARGE);
    ring.set(handle, CASH_FLOW, charge);
  }

  private int add(long nanos, long orderId, long kind) {
    int handle = ring.add(nanos, 0, 0);
    ring.set(handle, KIND, kind);
    ring.set(handle, ORDER_ID, orderId);
    return handle;
  }

  int firstKind() {
    return (int) ring.first(KIND);
  }

  long firstOrderId() {
    return ring.first(ORDER_ID);
  }

  long firstPriceTicks() {
    return ring.first(PRICE_TICKS);
  }

  long firstLots() {
    return ring.first(LOTS);
  }

  long firstCashFlow() {
    return ring.first(CASH_FLOW);
  }

  void removeFirst() {
    ring.removeFirst();
  }
}
