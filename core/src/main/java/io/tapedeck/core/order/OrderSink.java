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
  long NO_ORDER = OrderView.NO_ORDER;

  /**
   * Wants the position to become this many lots. Nets against the known position and the working
   * orders and sends the rest as a market order, {@link TimeInForce#GTC}; repeating a target
   * changes nothing.
   *
   * @return the order's id, or {@link #NO_ORDER} if the target is already met or underway
   */
  long target(long signedLots);

  /**
   * Wants the position to be worth this share of known equity, at the last known price, rounded
   * towards flat to the size increment; otherwise like {@link #target}.
   *
   * @param weight signed; 1 is all of equity
   * @return the order's id; {@link #NO_ORDER} also where no price is known
   */
  long targetWeight(double weight);

  /**
   * Leans to a side, and leaves the size to the run's sizing; otherwise like {@link #target}.
   *
   * @param strength from -1, all short, to +1, all long; 0 is flat
   * @return the order's id; {@link #NO_ORDER} also where sizing knows too little yet
   * @throws IllegalStateException if the run has no sizing
   */
  default long lean(double strength) {
    return lean(strength, 0);
  }

  /**
   * Leans to a side with a stop in mind, so that sizing may risk a share of equity on the way to
   * it.
   *
   * @param stopDistanceTicks from the price to the stop; zero where there is none in mind
   */
  long lean(double strength, long stopDistanceTicks);

  /** Starts an order; nothing is sent before {@link OrderTicket#send}. */
  OrderTicket order(Side side, long lots);

  /** Sends a market order and returns its id; a denied order has an id too. */
  default long market(Side side, long lots, TimeInForce timeInForce) {
    return order(side, lots).lasting(timeInForce).send();
  }

  /** Sends a limit order and returns its id; a denied order has an id too. */
  default long limit(Side side, long lots, long priceTicks, TimeInForce timeInForce) {
    return order(side, lots).limit(priceTicks).lasting(timeInForce).send();
  }

  /**
   * Asks the venue to change a working order; races are decided by arrival. Priority is lost where
   * a price changes or the size grows.
   *
   * @param lots the new OrderQty, filled lots included; positive
   * @param limitTicks the new limit; zero where the type has none
   * @param triggerTicks the new trigger; zero where the type has none
   */
  void amend(long orderId, long lots, long limitTicks, long triggerTicks);

  /**
   * Asks the venue to cancel; an order that is already done answers nothing. Canceling never passes
   * the gate.
   */
  void cancel(long orderId);

  /** The sink for another instrument of the run. */
  OrderSink on(int instrument);
}
