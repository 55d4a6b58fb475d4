package io.tapedeck.core.order;

/** Why an order, an amendment or a sizing is refused before anything is sent. */
public enum DenialReason {
  SIZE_NOT_POSITIVE,
  SIZE_OFF_INCREMENT,
  PRICE_NOT_POSITIVE,
  PRICE_OFF_INCREMENT,
  ORDER_SIZE_ABOVE_LIMIT,
  ORDER_NOTIONAL_ABOVE_LIMIT,
  POSITION_ABOVE_LIMIT,
  /** A notional limit is set and no price is known yet to measure the order by. */
  NOTIONAL_UNKNOWN,
  /** A stop or touch price of zero or less. */
  TRIGGER_NOT_POSITIVE,
  TRIGGER_OFF_INCREMENT,
  TRAIL_NOT_POSITIVE,
  /** A good-till-date order whose date has passed. */
  EXPIRY_PAST,
  /** Terms that exclude each other, such as a market order that is post-only. */
  TERMS_CONTRADICTORY,
  /** Trading is halted: nothing but cancels passes. */
  TRADING_HALTED,
  /** Trading is being wound down, and the order could increase the position or cross zero. */
  TRADING_REDUCING,
  /** The instrument is on the restricted list, and the order could increase the position. */
  INSTRUMENT_RESTRICTED,
  /** Too close to the open or the close of the session, or outside of it. */
  OUTSIDE_HOURS,
  /** What the worst-case position is worth. */
  POSITION_NOTIONAL_ABOVE_LIMIT,
  /** A limit or trigger price too far from the last known price. */
  PRICE_OUTSIDE_COLLAR,
  /** Too many orders within the window. */
  RATE_ABOVE_LIMIT,
  OPEN_ORDERS_ABOVE_LIMIT,
  EXPOSURE_GROSS_ABOVE_LIMIT,
  EXPOSURE_NET_ABOVE_LIMIT,
  LEVERAGE_ABOVE_LIMIT,
  CONCENTRATION_ABOVE_LIMIT,
  /** A cash account cannot pay for the buy beside its working buys. */
  CASH_INSUFFICIENT,
  /** A cash account cannot sell more than it is known to hold, less what it is selling already. */
  SHORT_NOT_ALLOWED,
  /** The initial margin of the worst-case positions is more than the equity. */
  MARGIN_INSUFFICIENT,
  /** A limit is measured by a price that is not known yet. */
  PRICE_UNKNOWN,
  /** A limit or a size is measured by equity, and that is not known yet. */
  EQUITY_UNKNOWN,
  /** A size was to be computed and no price is known yet. */
  SIZE_UNKNOWN,
  /** A size was to be computed from a range or a volatility that is not known yet. */
  WARMING_UP,
  /** An order cannot be amended again before the venue has answered the last amendment. */
  AMEND_PENDING,
  /** Only an open order can be amended, or have others bound to it. */
  ORDER_NOT_OPEN,
  /** The run is still warming up: nothing is traded before its first counted session. */
  WARM_UP_SESSION
}
