package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.CancelReason;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderListener;
import io.tapedeck.core.order.OrderTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * Exits of order 1, held back until that is filled: 11 takes the profit, 12 stops the loss, and
 * each cancels the other. Writes down fills only.
 */
final class Bracket implements OrderListener, Aftermath {
  static final long ENTRY = 1;
  static final long TAKE_PROFIT = 11;
  static final long STOP_LOSS = 12;

  private final OrderTerms takeProfit;
  private final OrderTerms stopLoss;
  private final List<String> fills = new ArrayList<>();
  private Venue venue;
  private long lastFilled;

  private Bracket(OrderTerms takeProfit, OrderTerms stopLoss) {
    this.takeProfit = takeProfit;
    this.stopLoss = stopLoss;
  }

  /** Puts exits behind order 1 of a floor that has none yet. */
  static Bracket on(BarFloor floor, OrderTerms takeProfit, OrderTerms stopLoss) {
    Bracket bracket = new Bracket(takeProfit, stopLoss);
    bracket.venue = floor.telling(bracket).followedBy(bracket).venue();
    return bracket;
  }

  List<String> fills() {
    return List.copyOf(fills);
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
    fills.add("%d #%d %s @ %d".formatted(timeNanos, orderId, side, priceTicks));
    lastFilled = orderId;
  }

  @Override
  public void settle(long nanos) {
    long filled = lastFilled;
    lastFilled = 0;
    if (filled == ENTRY) {
      venue.release(nanos, TAKE_PROFIT, takeProfit);
      venue.release(nanos, STOP_LOSS, stopLoss);
    } else if (filled == TAKE_PROFIT) {
      venue.cancel(nanos, STOP_LOSS, 0, stopLoss.side(), CancelReason.OUO_SIBLING_FILLED);
    } else if (filled == STOP_LOSS) {
      venue.cancel(nanos, TAKE_PROFIT, 0, takeProfit.side(), CancelReason.OUO_SIBLING_FILLED);
    }
  }
}
