package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.PeriodNotional;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.FillPermit;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.RejectReason;
import io.tapedeck.core.order.TimeInForce;
import java.util.Arrays;

/** Prices fills, charges them, takes them off their orders, and tells what became of those. */
final class FillDesk {
  private final WorkingOrders orders;
  private final SlippageModel[] slippages;
  private final FeeModel[] fees;
  private final PeriodNotional traded = new PeriodNotional();
  private final MoneyScale[] scales;
  private final FillPermit permit;
  private final OrderListener listener;

  FillDesk(
      Universe universe,
      WorkingOrders orders,
      SlippageModel[] slippages,
      FeeModel[] fees,
      FillPermit permit,
      OrderListener listener) {
    this.orders = orders;
    this.slippages = slippages.clone();
    this.fees = fees.clone();
    scales = new MoneyScale[universe.size()];
    Arrays.setAll(scales, instrument -> universe.instrument(instrument).moneyScale());
    this.permit = permit;
    this.listener = listener;
  }

  /**
   * Lots of those available that an order may fill with: no more than it wants and its bonds to
   * other orders permit; all or nothing for a fill-or-kill order.
   */
  long fillableLots(int row, long availableLots) {
    long leaves = orders.leavesLots(row);
    long permitted = permittedLots(row, Math.min(leaves, availableLots));
    boolean isKilled = permitted < leaves && orders.timeInForce(row) == TimeInForce.FOK;
    return isKilled ? 0 : permitted;
  }

  /** Lots of the wanted ones that an order's bonds to other orders permit. */
  long permittedLots(int row, long wantedLots) {
    return wantedLots <= 0 ? 0 : permit.lots(orders.orderId(row), wantedLots);
  }

  /** Fills an order that takes: at this price made worse by slippage, never beyond its limit. */
  void take(long nanos, Book book, int row, long priceTicks, long lots) {
    Side side = orders.side(row);
    long slipTicks =
        slippages[book.instrument].ticks(
            side,
            lots,
            priceTicks,
            book.met(Side.SELL).ticks(),
            book.met(Side.BUY).ticks(),
            book.volumeLots(side),
            orders.number(row),
            orders.nextTaking(row));
    long worse = priceTicks + side.sign() * slipTicks;
    long paid = orders.reaches(row, worse) ? worse : orders.limitTicks(row);
    long slippageTicks = (paid - priceTicks) * side.sign();
    fill(nanos, book, row, paid, lots, slippageTicks, Liquidity.TAKER);
  }

  /** Fills an order at its own price. */
  void fillAtLimit(long nanos, Book book, int row, long lots, Liquidity liquidity) {
    fill(nanos, book, row, orders.limitTicks(row), lots, 0, liquidity);
  }

  /** Fills an order at exactly this price. */
  void fillAt(long nanos, Book book, int row, long priceTicks, long lots, Liquidity liquidity) {
    fill(nanos, book, row, priceTicks, lots, 0, liquidity);
  }

  private void fill(
      long nanos,
      Book book,
      int row,
      long priceTicks,
      long lots,
      long slippageTicks,
      Liquidity liquidity) {
    int instrument = book.instrument;
    long notional = Math.absExact(scales[instrument].notional(priceTicks, lots));
    long fee =
        fees[instrument].fee(orders.side(row), notional, lots, liquidity, traded.before(nanos));
    traded.add(nanos, notional);
    long leaves = orders.reduce(row, lots);
    listener.onFilled(
        nanos,
        orders.orderId(row),
        instrument,
        orders.side(row),
        priceTicks,
        lots,
        slippageTicks,
        fee,
        liquidity,
        leaves);
  }

  /**
   * Ends an order that is done, or whose only chance has passed.
   *
   * @param isDecided whether an immediate order has had its chance
   * @return whether the order left the queue
   */
  boolean settle(long nanos, OrderQueue queue, int place, boolean isDecided) {
    int row = queue.row(place);
    if (orders.leavesLots(row) == 0) {
      orders.drop(queue.remove(place));
      return true;
    }
    if (!isDecided || !orders.isImmediate(row)) {
      return false;
    }
    boolean isFillOrKill = orders.timeInForce(row) == TimeInForce.FOK;
    cancel(
        nanos,
        queue,
        place,
        isFillOrKill ? CancelReason.FILL_OR_KILL : CancelReason.IMMEDIATE_OR_CANCEL);
    return true;
  }

  void cancel(long nanos, OrderQueue queue, int place, CancelReason reason) {
    int row = queue.remove(place);
    orders.drop(row);
    listener.onCanceled(nanos, orders.orderId(row), reason, orders.leavesLots(row));
  }

  void expire(long nanos, OrderQueue queue, int place) {
    int row = queue.remove(place);
    orders.drop(row);
    listener.onExpired(nanos, orders.orderId(row), orders.leavesLots(row));
  }

  /**
   * Ends a post-only order that would take: refuses it, or, if it was amended after it was filled
   * in part, cancels it.
   */
  void refuseToTake(long nanos, OrderQueue queue, int place) {
    int row = queue.row(place);
    if (orders.leavesLots(row) < orders.orderLots(row)) {
      cancel(nanos, queue, place, CancelReason.POST_ONLY_WOULD_TAKE);
      return;
    }
    orders.drop(queue.remove(place));
    listener.onRejected(nanos, orders.orderId(row), RejectReason.POST_ONLY_WOULD_TAKE);
  }
}
