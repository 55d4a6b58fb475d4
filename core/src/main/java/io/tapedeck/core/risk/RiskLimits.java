package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.order.TradingState;

/**
 * What orders and positions of one instrument may not exceed, checked before an order is sent.
 *
 * @param maxOrderLots largest single order, in lots; positive
 * @param maxPositionLots largest absolute position, worst case of what is known and working, in
 *     lots; positive
 * @param maxOrderNotional largest notional of a single order at its limit, else its trigger, else
 *     the last known price, in money; positive
 * @param maxPositionNotional largest notional of the worst-case position at the highest of these
 *     prices, in money; positive
 * @param collarE8 furthest that a limit or a trigger may be from the last known price, as a share
 *     of it in 1e-8; positive
 * @param permitted {@link TradingState#REDUCING} for an instrument on the restricted list, else
 *     {@link TradingState#ACTIVE}
 */
public record RiskLimits(
    long maxOrderLots,
    long maxPositionLots,
    long maxOrderNotional,
    long maxPositionNotional,
    long collarE8,
    TradingState permitted) {
  /** No limits at all. */
  public static final RiskLimits NONE =
      new RiskLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  public RiskLimits {
    Require.that(maxOrderLots > 0, "maxOrderLots must be positive, was %d", maxOrderLots);
    Require.that(maxPositionLots > 0, "maxPositionLots must be positive, was %d", maxPositionLots);
    Require.that(
        maxOrderNotional > 0, "maxOrderNotional must be positive, was %d", maxOrderNotional);
    Require.that(
        maxPositionNotional > 0,
        "maxPositionNotional must be positive, was %d",
        maxPositionNotional);
    Require.that(collarE8 > 0, "collar must be positive, was %d e-8", collarE8);
    Require.that(
        permitted == TradingState.ACTIVE || permitted == TradingState.REDUCING,
        "an instrument is either free or restricted, was %s",
        permitted);
  }

  /** Limits of sizes and of an order's notional, and nothing else. */
  public RiskLimits(long maxOrderLots, long maxPositionLots, long maxOrderNotional) {
    this(
        maxOrderLots,
        maxPositionLots,
        maxOrderNotional,
        Long.MAX_VALUE,
        Long.MAX_VALUE,
        TradingState.ACTIVE);
  }
}
