package io.tapedeck.core.cost;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;

/**
 * What a fill costs. Implementations are immutable, may be shared by any number of runs, and
 * allocate nothing when asked.
 */
public interface FeeModel {
  /**
   * The fee of one fill, rounded up: against the trader, a rebate too.
   *
   * @param side of the fill
   * @param notional money, not negative
   * @param lots filled, positive
   * @param liquidity whether the fill added or took liquidity
   * @param periodNotional money, not negative: the notional traded before this fill in the calendar
   *     month of UTC, as a {@link PeriodNotional} counts it
   * @return money, negative for a rebate
   */
  long fee(Side side, long notional, long lots, Liquidity liquidity, long periodNotional);
}
