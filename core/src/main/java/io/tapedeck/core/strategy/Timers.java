package io.tapedeck.core.strategy;

/**
 * Where a strategy asks to be called at an instant. Timers of one instant are called in the order
 * in which they were set, after everything else that became known by then.
 */
public interface Timers {
  /**
   * Asks for one call.
   *
   * @param nanos since the epoch, UTC; not before now
   * @param tag handed back with the call
   */
  void at(long nanos, long tag);

  /**
   * Asks for a call at each multiple of an interval since the open of each session, the open itself
   * and the close excluded.
   *
   * @param intervalNanos positive
   * @param tag handed back with each call
   */
  void every(long intervalNanos, long tag);
}
