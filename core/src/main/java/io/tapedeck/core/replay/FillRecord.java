package io.tapedeck.core.replay;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.Liquidity;

/**
 * One fill, in venue time.
 *
 * @param instrument index in the run's universe
 * @param priceTicks price paid, slippage included, in ticks
 * @param lots positive
 * @param slippageTicks how much of the price is slippage, against the trader; not negative
 * @param fee money; negative for a rebate
 * @param leavesLots what of the order was still open after it
 */
public record FillRecord(
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
