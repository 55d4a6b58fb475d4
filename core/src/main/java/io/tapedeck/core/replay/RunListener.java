package io.tapedeck.core.replay;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;

/**
 * Hears all that a run records: orders, fills, round trips, marks and session closes, in the order
 * they happen.
 */
public interface RunListener extends OrderListener, RiskListener {
  /** Hears nothing. */
  RunListener NONE = new RunListener() {};

  @Override
  default void onRiskEvent(
      long nanos, RiskEvent event, int instrument, RiskReason reason, long measured, long limit) {}

  /** A round trip was closed. */
  default void onRoundTrip(RoundTrip roundTrip) {}

  /** Equity was evaluated, in money, and is not what it was at the mark before. */
  default void onMark(long timeNanos, long equity) {}

  /** A session closed. */
  default void onDaily(DailyEquity daily) {}
}
