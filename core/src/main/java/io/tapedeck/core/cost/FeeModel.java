package io.tapedeck.core.cost;

import io.tapedeck.core.order.Liquidity;

/** What a fill costs. Implementations are immutable and may be shared by any number of runs. */
public interface FeeModel {
  /**
   * The fee of one fill, rounded up.
   *
   * @param notional money, not negative
   * @param lots filled, positive
   * @return money, not negative
   */
  long fee(long notional, long lots, Liquidity liquidity);
}
