package io.tapedeck.core.order;

/** Why the terms of a working order changed. */
public enum ReplaceReason {
  /** The trader asked for it. */
  REQUESTED,
  /** The order it depends on ended before it was filled completely. */
  PARENT_ENDED,
  /** The other exit of its bracket was filled in part. */
  OUO_SIBLING_FILLED,
  /** A reduce-only order larger than the position it reduces. */
  POSITION_REDUCED
}
