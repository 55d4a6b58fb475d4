package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;

/**
 * How much worse than its reference price a fill is that takes liquidity. A pure function: equal
 * arguments give equal ticks, whatever was asked before. Implementations are immutable and allocate
 * nothing when asked.
 */
public interface SlippageModel {
  /**
   * Ticks against the taker, rounded up; a limit of the order is the caller's to keep.
   *
   * @param side of the fill
   * @param lots of this fill, positive
   * @param priceTicks reference price: the touch, the print, or the price taken from a bar
   * @param bidTicks quoted at that moment, or {@link io.tapedeck.core.market.Missing#VALUE}
   * @param askTicks quoted at that moment, or {@link io.tapedeck.core.market.Missing#VALUE}
   * @param volumeLots traded by the market in the event or bar that fills, or {@link
   *     io.tapedeck.core.market.Missing#VALUE}
   * @param orderNumber the order's, counted for its instrument alone
   * @param fillNumber which fill of that order it is
   * @return not negative: never in the taker's favour
   * @throws ArithmeticException if it does not fit in 64 bits
   */
  long ticks(
      Side side,
      long lots,
      long priceTicks,
      long bidTicks,
      long askTicks,
      long volumeLots,
      long orderNumber,
      long fillNumber);
}
