package io.tapedeck.core.execution;

import io.tapedeck.core.cost.FeeModel;
import io.tapedeck.core.cost.PeriodNotional;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.TimeInForce;

/** Prices fills, charges them, takes them off their orders, and tells what became of those. */
final class FillDesk {
  private final SlippageModel[] slippages;
  private final FeeModel[] fees;
  private final PeriodNotional traded = new PeriodNotional();
  private final MoneyScale[] scales;
  private final OrderListener listener;

  FillDesk(
      SlippageModel[] slippages, FeeModel[] fees, MoneyScale[] scales, OrderListener listener) {
    this.slippages = slippages;
    this.fees = fees;
    this.scales = scales;
    this.listener = listener;
  }

  /** Fills an order that takes: at this price made worse by slippage, never beyond its limit. */
  void take(long nanos, Book book, OrderQueue queue, int place, long priceTicks, long lots) {
    long slipTicks =
        slippages[book.instrument].ticks(
            queue.side,
            lots,
            priceTicks,
            book.touchTicks(Side.SELL),
            book.touchTicks(Side.BUY),
            Missing.VALUE,
            queue.orderId(place),
            0);
    long worse = priceTicks + queue.side.sign() * slipTicks;
    boolean isCapped = !queue.isMarket(place) && !queue.reaches(place, worse);
    long paid = isCapped ? queue.limitTicks(place) : worse;
    long slippageTicks = (paid - priceTicks) * queue.side.sign();
    fill(nanos, book, queue, place, paid, lots, slippageTicks, Liquidity.TAKER);
  }

  /** Fills an order at its own price. */
  void fillAtLimit(
      long nanos, Book book, OrderQueue queue, int place, long lots, Liquidity liquidity) {
    fill(nanos, book, queue, place, queue.limitTicks(place), lots, 0, liquidity);
  }

  private void fill(
      long nanos,
      Book book,
      OrderQueue queue,
      int place,
      long priceTicks,
      long lots,
      long slippageTicks,
      Liquidity liquidity) {
    int instrument = book.instrument;
    Side side = queue.side;
    long notional = Math.absExact(scales[instrument].notional(priceTicks, lots));
    long fee = fees[instrument].fee(side, notional, lots, liquidity, traded.before(nanos));
    traded.add(nanos, notional);
    long leaves = queue.reduce(place, lots);
    listener.onFilled(
        nanos,
        queue.orderId(place),
        instrument,
        side,
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
    long leaves = queue.leavesLots(place);
    if (leaves > 0 && !(isDecided && queue.isImmediate(place))) {
      return false;
    }
    long id = queue.orderId(place);
    boolean isFillOrKill = queue.timeInForce(place) == TimeInForce.FOK;
    queue.remove(place);
    if (leaves > 0) {
      CancelReason reason =
          isFillOrKill ? CancelReason.FILL_OR_KILL : CancelReason.IMMEDIATE_OR_CANCEL;
      listener.onCanceled(nanos, id, reason, leaves);
    }
    return true;
  }
}
