package io.tapedeck.core.indicator;

/** How an exponential mean of window n starts; either way it is warm after n values. */
public enum Seeding {
  /** From the first value. */
  FIRST,
  /** From the simple mean of the first n values. */
  SMA
}
