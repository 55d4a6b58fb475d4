package io.tapedeck.core.order;

import io.tapedeck.core.market.Side;

/**
 * Hears, in venue time, what becomes of orders; primitive arguments, so that hearing costs no
 * allocation.
 *
 * <p>Every method does nothing by default.
 */
public interface OrderListener {
  /** The trader sent an order that passed the gate; it is on its way. */
  default void onSent(
      long timeNanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce timeInForce) {}

  /** Our own gate refused an order; the venue never sees it. */
  default void onDenied(
      long timeNanos,
      long orderId,
      int instrument,
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      TimeInForce timeInForce,
      DenialReason reason) {}

  /** The venue took the order into its book. */
  default void onAccepted(long timeNanos, long orderId) {}

  /**
   * The venue filled some of an order.
   *
   * @param priceTicks the price paid, slippage included
   * @param slippageTicks how much of it is slippage, against the trader; not negative
   * @param fee money; negative for a rebate
   * @param leavesLots what is still open
   */
  default void onFilled(
      long timeNanos,
      long orderId,
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity,
      long leavesLots) {}

  /** The venue ended an order; {@code leavesLots} were not filled. */
  default void onCanceled(long timeNanos, long orderId, CancelReason reason, long leavesLots) {}

  /** The session ended a {@link TimeInForce#DAY} order; {@code leavesLots} were not filled. */
  default void onExpired(long timeNanos, long orderId, long leavesLots) {}
}
