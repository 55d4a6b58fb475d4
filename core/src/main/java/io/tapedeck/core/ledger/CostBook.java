package io.tapedeck.core.ledger;

import io.tapedeck.core.account.RoundTrip;
import io.tapedeck.core.market.Side;
import java.util.List;

/**
 * One instrument's cost and round trips: by which basis a closing fill is measured, and which fills
 * a round trip joins. It moves the position's lots and basis.
 */
sealed interface CostBook permits AverageCost, FifoCost {
  /**
   * A fill adds lots to the position, or opens one.
   *
   * @param lots positive
   * @param notional money of these lots
   * @param fee money of these lots
   */
  void open(long nanos, Side side, long priceTicks, long lots, long notional, long fee);

  /**
   * A fill of the other side closes lots of the position, at most all of them.
   *
   * @param side of the fill
   * @return what it realises, before the fee
   */
  long close(long nanos, Side side, long priceTicks, long lots, long notional, long fee);

  /** Adds the round trips that are under way, valued at a mark. */
  void addOpenTrips(long nanos, long doubledMarkTicks, List<RoundTrip> trips);
}
