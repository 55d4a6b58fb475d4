package io.tapedeck.core.order;

import io.tapedeck.core.market.Side;

/**
 * Hears, in venue time, what becomes of orders; primitive arguments and views, so that hearing
 * costs no allocation. A view is valid during the call only.
 *
 * <p>Every method does nothing by default.
 */
public interface OrderListener {
  /** The trader sent an order that passed the gate; it is on its way. */
  default void onSent(long timeNanos, long orderId, OrderView order) {}

  /** Our own gate refused an order; the venue never sees it. */
  default void onDenied(long timeNanos, long orderId, OrderView order, DenialReason reason) {}

  /** The trader asked to cancel; the request is on its way. */
  default void onCancelSent(long timeNanos, long orderId) {}

  /** The trader asked to amend; the request is on its way. */
  default void onAmendSent(
      long timeNanos, long orderId, long lots, long limitTicks, long triggerTicks) {}

  /** Our own gate refused to amend an order, which stays as it is. */
  default void onAmendDenied(long timeNanos, long orderId, DenialReason reason) {}

  /** The venue took the order: into its book, armed, or for an auction. */
  default void onAccepted(long timeNanos, long orderId) {}

  /** The venue refused the order. */
  default void onRejected(long timeNanos, long orderId, RejectReason reason) {}

  /** A request to cancel or amend came too late: the order is done. */
  default void onCancelRejected(long timeNanos, long orderId) {}

  /** The market met the order's trigger: it is a market or a limit order now. */
  default void onTriggered(long timeNanos, long orderId) {}

  /**
   * The venue changed the terms of an order.
   *
   * @param lots OrderQty from now on
   * @param leavesLots what is still open
   */
  default void onReplaced(
      long timeNanos,
      long orderId,
      long lots,
      long limitTicks,
      long triggerTicks,
      long leavesLots,
      ReplaceReason reason) {}

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

  /** The time of an order is over; {@code leavesLots} were not filled. */
  default void onExpired(long timeNanos, long orderId, long leavesLots) {}
}
