package io.tapedeck.core.order;

/**
 * How much trading an account is allowed, from the freest to the strictest; cancels always pass.
 */
public enum TradingState {
  /** Everything the limits admit. */
  ACTIVE,
  /** Only orders that bring a position towards zero, and not across it, even if all fill. */
  REDUCING,
  /** No orders at all. */
  HALTED;

  /** The stricter of two. */
  public TradingState stricter(TradingState other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
