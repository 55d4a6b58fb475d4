package io.tapedeck.core.order;

import io.tapedeck.core.market.Side;

/**
 * Where a strategy says what it wants. Sizes are in lots and prices in ticks of the sink's
 * instrument.
 *
 * <p>Nothing happens at once: an order passes the risk gate, travels for the entry latency and can
 * match only what comes later in the total order.
 */
public interface OrderSink {
  /** No order: what a sink returns when there was nothing to do. */
  long NO_ORDER = 0;

  /**
   * Wants the position to become this many lots. Nets against the known position and the working
   * orders and sends the rest as a market order, {@link TimeInForce#GTC}; repeating a target
   * changes nothing.
   *
   * @return the order's id, or {@link #NO_ORDER} if the target is already met or underway
   */
  long target(long signedLots);

  /** Sends a market order and returns its id; a denied order has an id too. */
  long market(Side side, long lots, TimeInForce timeInForce);

  /** Sends a limit order and returns its id; a denied order has an id too. */
  long limit(Side side, long lots, long priceTicks, TimeInForce timeInForce);

  /**
   * Asks the venue to cancel; an order that is already done answers nothing. Canceling never passes
   * the gate.
   */
  void cancel(long orderId);

  /** The sink for another instrument of the run. */
  OrderSink on(int instrument);
}
