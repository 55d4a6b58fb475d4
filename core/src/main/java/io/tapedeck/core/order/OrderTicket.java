package io.tapedeck.core.order;

/**
 * An order being written, sentence by sentence: {@code orders.order(BUY,
 * lots).limit(9_990).postOnly() .send()}. Without more it is a market order, good till canceled.
 * The ticket is the sink's only one: send it before writing the next. Prices are in ticks.
 *
 * <p>Contingencies are held by the venue and act there, without latency.
 */
public interface OrderTicket {
  /** With a limit. */
  OrderTicket limit(long priceTicks);

  /** Armed until the market moves against it as far as this. */
  OrderTicket stop(long triggerTicks);

  /** Armed until the market comes its way as far as this. */
  OrderTicket ifTouched(long triggerTicks);

  /** A stop that follows the best price since arrival by this much; positive. */
  OrderTicket trailingTicks(long offsetTicks);

  /** A stop that follows the best price since arrival by this share, in 1e-4 bps; positive. */
  OrderTicket trailingBps(long offsetBpsE4);

  OrderTicket lasting(TimeInForce timeInForce);

  /** Good till this instant, nanoseconds since the epoch. */
  OrderTicket goodTill(long nanos);

  /** Refused by the venue rather than taking liquidity. */
  OrderTicket postOnly();

  /** Never larger than the position it makes smaller. */
  OrderTicket reduceOnly();

  /**
   * Joins this order's group: the first of the group to be filled, if in part, cancels the rest.
   */
  OrderTicket oneCancelsOther(long orderId);

  /** Held until this order fills, as large as what it has filled, and growing with it. */
  OrderTicket after(long parentId);

  /** Held until this order is filled completely. */
  OrderTicket afterAll(long parentId);

  /**
   * Adds a limit order to close what this one fills. It takes the next id; with {@link #stopLoss}
   * too, each fill of one makes the other smaller.
   */
  OrderTicket takeProfit(long limitTicks);

  /** Adds a stop order to close what this one fills; its id follows that of the take-profit. */
  OrderTicket stopLoss(long triggerTicks);

  /**
   * Sends it on its way, its exits with it.
   *
   * @return its id; a denied order has one too
   */
  long send();
}
