package io.tapedeck.core.market;

/**
 * What every event has; a view is valid during the call that hands it over and must not be kept.
 */
public interface EventView {
  /** Index of the instrument in the run's {@link Universe}. */
  int instrument();

  /** When it happened at the venue, nanoseconds since the epoch, UTC. */
  long eventTimeNanos();

  /** When the trader could know it, nanoseconds since the epoch, UTC; never before the event. */
  long receiveTimeNanos();
}
