package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.SignalView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.OrderStatus;

/**
 * Decides what to trade. Each callback gets a view of what just became known, the known position
 * and a sink of orders, both for the instrument of the event. Views are valid during the call only.
 *
 * <p>An instance belongs to one run and is called from one thread. It must depend on nothing but
 * what it is told: no clock, no unseeded randomness.
 */
public interface Strategy {
  /** The run begins; timers may be set now or later. */
  default void onStart(Timers timers) {}

  default void onQuote(QuoteView quote, PositionView position, OrderSink orders) {}

  default void onTrade(TradeView trade, PositionView position, OrderSink orders) {}

  default void onBar(BarView bar, PositionView position, OrderSink orders) {}

  default void onSignal(SignalView signal, PositionView position, OrderSink orders) {}

  /**
   * A timer is due; view and sink are of the first instrument.
   *
   * @param nanos its instant
   * @param tag given when it was set
   */
  default void onTimer(long nanos, long tag, PositionView position, OrderSink orders) {}

  /** A fill was reported. */
  default void onFill(
      long orderId,
      Side side,
      long priceTicks,
      long lots,
      PositionView position,
      OrderSink orders) {}

  /** An order ended or was accepted, as reported; denials come here at once. */
  default void onOrder(long orderId, OrderStatus status, PositionView position, OrderSink orders) {}

  default void onSessionOpen(Session session, PositionView position, OrderSink orders) {}

  default void onSessionClose(Session session, PositionView position, OrderSink orders) {}
}
