package io.tapedeck.core.risk;

/**
 * Counts orders in a window that ends now, {@code (now - window, now]}: a ring of when the last
 * ones were sent. Allocates nothing after construction.
 */
final class OrderRate {
  private final long[] sentNanos;
  private final long windowNanos;
  private int next;
  private long sent;

  /**
   * A count that starts at none.
   *
   * @param maxOrders most in any window; positive
   */
  OrderRate(int maxOrders, long windowNanos) {
    sentNanos = new long[maxOrders];
    this.windowNanos = windowNanos;
  }

  /** Whether one more fits; times never go back. */
  boolean hasRoom(long nowNanos) {
    return sent < sentNanos.length || nowNanos - sentNanos[next] >= windowNanos;
  }

  void count(long nowNanos) {
    sentNanos[next] = nowNanos;
    next = next + 1 == sentNanos.length ? 0 : next + 1;
    sent++;
  }
}
