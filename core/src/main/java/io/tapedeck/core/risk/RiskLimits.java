package io.tapedeck.core.risk;

import io.tapedeck.core.contract.Require;

/**
 * What a run may not exceed, checked before an order is sent.
 *
 * @param maxOrderLots largest single order, in lots; positive
 * @param maxPositionLots largest absolute position, worst case of what is known and working, in
 *     lots; positive
 * @param maxOrderNotional largest notional of a single order at its limit or the last known price,
 *     in money; positive
 */
public record RiskLimits(long maxOrderLots, long maxPositionLots, long maxOrderNotional) {
  /** No limits at all. */
  public static final RiskLimits NONE =
      new RiskLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  public RiskLimits {
    Require.that(maxOrderLots > 0, "maxOrderLots must be positive, was %d", maxOrderLots);
    Require.that(maxPositionLots > 0, "maxPositionLots must be positive, was %d", maxPositionLots);
    Require.that(
        maxOrderNotional > 0, "maxOrderNotional must be positive, was %d", maxOrderNotional);
  }
}
