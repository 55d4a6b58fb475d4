package io.tapedeck.core.order;

/** Why the venue ended an order that was not filled. */
public enum CancelReason {
  /** The trader asked for it. */
  REQUESTED,
  /** The rest of an immediate-or-cancel order. */
  IMMEDIATE_OR_CANCEL,
  /** A fill-or-kill order that could not fill completely. */
  FILL_OR_KILL
}
