package io.tapedeck.core.execution;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * How long information and orders are under way.
 *
 * @param feed from an event at the venue to the trader's knowing it, where the tape has no arrival
 *     time of its own
 * @param entry from a decision to the order's arrival at the venue
 * @param response from a fill or a refusal to the trader's knowing it
 */
@Model("How long information and orders are under way.")
public record LatencySpec(
    @Setting("from an event at the venue to the trader's knowing it") Delay feed,
    @Setting("from a decision to the order's arrival at the venue") Delay entry,
    @Setting("from a fill or a refusal to the trader's knowing it") Delay response)
    implements Serializable {
  public static final LatencySpec NONE = constant(0, 0, 0);

  public LatencySpec {
    Require.that(
        feed != null && entry != null && response != null,
        "feed, entry and response latency must be given, were %s, %s and %s",
        feed,
        entry,
        response);
  }

  /** The same delays always, in nanoseconds; none negative. */
  public static LatencySpec constant(long feedNanos, long entryNanos, long responseNanos) {
    return new LatencySpec(
        new FixedDelay(feedNanos), new FixedDelay(entryNanos), new FixedDelay(responseNanos));
  }

  /** Whether everything is known and done at once, always. */
  public boolean isNone() {
    return feed.isNone() && entry.isNone() && response.isNone();
  }

  /**
   * The book an order meets: the standing one at its arrival where orders may be under way, or the
   * next event where they arrive at once.
   */
  public String arrivalRule() {
    return entry.isNone() ? "NEXT_EVENT" : "STANDING";
  }
}
