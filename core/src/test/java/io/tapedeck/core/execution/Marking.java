package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;

/** Hears fills for another listener, and marks whose was the first. */
final class Marking implements OrderListener {
  private final OrderListener other;
  private final long[] firstFilledId;

  Marking(OrderListener other, long[] firstFilledId) {
    this.other = other;
    this.firstFilledId = firstFilledId;
  }

  @Override
  public void onFilled(
      long timeNanos,
      long orderId,
      int instrument,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity,
      long leavesLots) {
    if (firstFilledId[0] == 0) {
      firstFilledId[0] = orderId;
    }
    other.onFilled(
        timeNanos,
        orderId,
        instrument,
        side,
        priceTicks,
        lots,
        slippageTicks,
        fee,
        liquidity,
        leavesLots);
  }
}
