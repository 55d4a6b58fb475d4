package io.tapedeck.core.order;

/** Why the risk gate refuses an order before it is sent. */
public enum DenialReason {
  SIZE_NOT_POSITIVE,
  SIZE_OFF_INCREMENT,
  PRICE_NOT_POSITIVE,
  PRICE_OFF_INCREMENT,
  ORDER_SIZE_ABOVE_LIMIT,
  ORDER_NOTIONAL_ABOVE_LIMIT,
  POSITION_ABOVE_LIMIT,
  /** A notional limit is set and no price is known yet to measure the order by. */
  NOTIONAL_UNKNOWN
}
