package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;

/**
 * Constant delays, in nanoseconds; zero is allowed everywhere and negative nowhere.
 *
 * @param feedNanos from an event at the venue to the trader's knowing it, where the tape has no
 *     arrival time of its own
 * @param entryNanos from a decision to the order's arrival at the venue
 * @param responseNanos from a fill or a refusal to the trader's knowing it
 */
public record LatencySpec(long feedNanos, long entryNanos, long responseNanos)
    implements Serializable {
  public static final LatencySpec NONE = new LatencySpec(0, 0, 0);

  public LatencySpec {
    Require.that(feedNanos >= 0, "feed latency must not be negative, was %d ns", feedNanos);
    Require.that(entryNanos >= 0, "entry latency must not be negative, was %d ns", entryNanos);
    Require.that(
        responseNanos >= 0, "response latency must not be negative, was %d ns", responseNanos);
  }

  /**
   * The book an order meets: the standing one at its arrival, or the next event where it arrives at
   * once.
   */
  public String arrivalRule() {
    return entryNanos > 0 ? "STANDING" : "NEXT_EVENT";
  }
}
