package io.tapedeck.core.order;

/** Why the venue refuses an order, FIX OrdRejReason (103) in words. */
public enum RejectReason {
  /** A post-only order that would have taken liquidity. */
  POST_ONLY_WOULD_TAKE,
  /** A reduce-only order with no opposite position. */
  REDUCE_ONLY_WOULD_INCREASE,
  /** Its own instant of expiry had passed when it arrived. */
  EXPIRED_ON_ARRIVAL,
  /** An order for the opening auction that arrived after it. */
  AUCTION_OVER,
  /** The broker is closing the account's positions and takes no orders until they are closed. */
  ACCOUNT_IN_LIQUIDATION
}
