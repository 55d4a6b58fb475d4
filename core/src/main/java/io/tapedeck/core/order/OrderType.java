package io.tapedeck.core.order;

/**
 * FIX OrdType (40). An order with a trigger is <em>armed</em> until the market meets it; then it is
 * the market or the limit order it was meant to become.
 */
public enum OrderType {
  MARKET,
  LIMIT,
  /** A market order once the market moved against it as far as the trigger. */
  STOP,
  /** A limit order once the market moved against it as far as the trigger. */
  STOP_LIMIT,
  /** A market order once the market came its way as far as the trigger. */
  MARKET_IF_TOUCHED,
  /** A limit order once the market came its way as far as the trigger. */
  LIMIT_IF_TOUCHED,
  /** A stop that follows the best price since it arrived. */
  TRAILING_STOP;

  /** Whether it waits for a trigger before it is an order of the book. */
  public boolean isTriggered() {
    return this != MARKET && this != LIMIT;
  }

  /** Whether it has, or will have, a limit. */
  public boolean hasLimit() {
    return this == LIMIT || this == STOP_LIMIT || this == LIMIT_IF_TOUCHED;
  }

  /** Whether it triggers when the market moves against it. */
  public boolean isStop() {
    return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
  }
}
