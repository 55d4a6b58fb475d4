package io.tapedeck.core.order;

/** FIX OrdStatus (39), and {@link #DENIED}: refused by our own gate, never seen by the venue. */
public enum OrderStatus {
  PENDING_NEW,
  PENDING_REPLACE,
  PENDING_CANCEL,
  NEW,
  PARTIALLY_FILLED,
  FILLED,
  CANCELED,
  REJECTED,
  EXPIRED,
  DENIED;

  /** Whether nothing more can happen to the order. */
  public boolean isTerminal() {
    return this == FILLED
        || this == CANCELED
        || this == REJECTED
        || this == EXPIRED
        || this == DENIED;
  }
}
