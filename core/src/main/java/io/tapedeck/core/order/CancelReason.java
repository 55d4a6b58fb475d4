package io.tapedeck.core.order;

/** Why the venue ended an order that was not filled. */
public enum CancelReason {
  /** The trader asked for it. */
  REQUESTED,
  /** The rest of an immediate-or-cancel order. */
  IMMEDIATE_OR_CANCEL,
  /** A fill-or-kill order that could not fill completely. */
  FILL_OR_KILL,
  /** The rest of a marketable order, where the run cancels what the touch cannot give. */
  RESIDUAL_CANCELED,
  /** A post-only order, amended after it was filled in part, that would have taken liquidity. */
  POST_ONLY_WOULD_TAKE,
  /** What the auction did not fill. */
  AUCTION_UNFILLED,
  /** Another order of its one-cancels-other group was filled, or partly. */
  OCO_SIBLING_FILLED,
  /** The other exit of its bracket was filled. */
  OUO_SIBLING_FILLED,
  /** The order it waited for ended without releasing it. */
  PARENT_ENDED,
  /** A reduce-only order with no position left to reduce. */
  POSITION_FLAT,
  /** An amend asked for no more than is filled already. */
  AMENDED_BELOW_FILLED,
  /** The broker or the risk desk canceled all that was working. */
  RISK
}
