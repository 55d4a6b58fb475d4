package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;

/**
 * Limits of how orders are sent, for the whole account.
 *
 * @param maxOrders most orders sent within any window; from 1 to 1 000 000, or {@link #UNLIMITED}
 * @param windowNanos length of that window; positive
 * @param maxOpenOrders most orders that are open at once; positive
 * @param quietAfterOpenNanos no orders before this long after the session's open; not negative
 * @param quietBeforeCloseNanos no orders later than this long before the session's close; not
 *     negative
 */
public record OrderFlow(
    @Setting(
            value = "most orders sent within any window",
            unit = "orders",
            range = "from 1 to 1000000")
        int maxOrders,
    @Setting(value = "the window of max_orders", name = "per", range = "above 0") long windowNanos,
    @Setting(value = "most orders open at once", unit = "orders", range = "above 0")
        int maxOpenOrders,
    @Setting(value = "no orders so soon after a session's open", range = "not negative")
        long quietAfterOpenNanos,
    @Setting(value = "no orders so late before a session's close", range = "not negative")
        long quietBeforeCloseNanos)
    implements Serializable {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final int LARGEST_COUNT = 1_000_000;
  private static final long SECOND = 1_000_000_000L;

  public static final OrderFlow NONE = new OrderFlow(UNLIMITED, SECOND, UNLIMITED, 0, 0);

  public OrderFlow {
    Require.that(
        maxOrders == UNLIMITED || (maxOrders > 0 && maxOrders <= LARGEST_COUNT),
        "maxOrders must be from 1 to 1000000, was %d",
        maxOrders);
    Require.that(windowNanos > 0, "window of the rate must be positive, was %d ns", windowNanos);
    Require.that(maxOpenOrders > 0, "maxOpenOrders must be positive, was %d", maxOpenOrders);
    Require.that(
        quietAfterOpenNanos >= 0 && quietBeforeCloseNanos >= 0,
        "quiet times must not be negative, were %d ns and %d ns",
        quietAfterOpenNanos,
        quietBeforeCloseNanos);
  }

  public OrderFlow withRate(int most, long nanos) {
    return new OrderFlow(most, nanos, maxOpenOrders, quietAfterOpenNanos, quietBeforeCloseNanos);
  }

  public OrderFlow withOpenOrders(int most) {
    return new OrderFlow(maxOrders, windowNanos, most, quietAfterOpenNanos, quietBeforeCloseNanos);
  }

  public OrderFlow withQuietTimes(long afterOpenNanos, long beforeCloseNanos) {
    return new OrderFlow(maxOrders, windowNanos, maxOpenOrders, afterOpenNanos, beforeCloseNanos);
  }

  boolean hasHours() {
    return quietAfterOpenNanos > 0 || quietBeforeCloseNanos > 0;
  }

  boolean hasRate() {
    return maxOrders != UNLIMITED;
  }
}
