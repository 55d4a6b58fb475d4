package io.tapedeck.core.replay;

/**
 * An instant before which nothing is due but rows of the tape; may err towards earlier, never
 * towards later.
 */
final class DueBound {
  private long nanos = Long.MIN_VALUE;

  long nanos() {
    return nanos;
  }

  /** Something became due at this instant. */
  void lower(long dueNanos) {
    nanos = Math.min(nanos, dueNanos);
  }

  /** The first thing is due at exactly this instant. */
  void set(long dueNanos) {
    nanos = dueNanos;
  }
}
