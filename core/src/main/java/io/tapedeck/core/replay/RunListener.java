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

  /**
   * What the fill just told of cost besides its fee: parts of its price, in money.
   *
   * @param slippage paid beyond the price quoted; not negative
   * @param spread paid from the mid to the price quoted; zero of a fill that rested, and where no
   *     mid stood; not negative
   */
  default void onFillCosts(long orderId, long slippage, long spread) {}

  /**
   * An order reached the venue.
   *
   * @param doubledTicks twice the mid that stands, else the mark; {@link
   *     io.tapedeck.core.market.Missing#VALUE} if neither is known
   */
  default void onArrivalPrice(long orderId, long doubledTicks) {}

  /**
   * An order that was sent ended, or the run did; told once of each.
   *
   * @param doubledTicks twice the mid that stands, else the mark; {@link
   *     io.tapedeck.core.market.Missing#VALUE} if neither is known
   */
  default void onFinalPrice(long orderId, long doubledTicks) {}

  /** A round trip was closed. */
  default void onRoundTrip(RoundTrip roundTrip) {}

  /** Equity was evaluated, in money, and is not what it was at the mark before. */
  default void onMark(long timeNanos, long equity) {}

  /** A session closed. */
  default void onDaily(DailyEquity daily) {}
}
