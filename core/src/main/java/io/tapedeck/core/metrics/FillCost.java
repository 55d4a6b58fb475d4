package io.tapedeck.core.metrics;

import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;

/**
 * What of a fill's price is slippage and what is spread, in money; allocates nothing.
 *
 * <p>The price paid is {@code mid ± half-spread ± slippage}. Each part is a difference of notionals
 * rounded half to even, so the two parts add up to the distance of the price paid from the mid.
 */
public final class FillCost {
  private FillCost() {}

  /**
   * {@code sign × (notional(price) - notional(price - sign × slippage))}.
   *
   * @param priceTicks price paid, slippage included, in ticks
   * @param slippageTicks how much of it is slippage, against the trader; not negative
   * @param lots positive
   * @return money, not negative
   * @throws ArithmeticException if money leaves 64 bits
   */
  public static long slippage(
      MoneyScale scale, Side side, long priceTicks, long slippageTicks, long lots) {
    long quotedTicks = priceTicks - side.sign() * slippageTicks;
    return side.sign()
        * Math.subtractExact(scale.notional(priceTicks, lots), scale.notional(quotedTicks, lots));
  }

  /**
   * {@code max(0, sign × (notional(quoted) - value(mid)))} of a fill that took. In a crossed market
   * the quoted price may be better than the mid: then taking cost nothing.
   *
   * @param quotedTicks price paid without slippage, in ticks
   * @param midDoubledTicks twice the mid before the fill: bid plus ask, in ticks
   * @param lots positive
   * @return money, not negative
   * @throws ArithmeticException if money leaves 64 bits
   */
  public static long spread(
      MoneyScale scale, Side side, long quotedTicks, long midDoubledTicks, long lots) {
    long paid = scale.notional(quotedTicks, lots);
    long fair = scale.valueAtDoubled(midDoubledTicks, lots);
    return Math.max(0, side.sign() * Math.subtractExact(paid, fair));
  }
}
