package io.tapedeck.core.risk;

import io.tapedeck.core.market.Side;

/** Tells orders that can only bring a position closer to zero. */
public final class Reduction {
  private Reduction() {}

  /**
   * Whether the order cannot increase the position nor turn it, even if all working orders of its
   * side fill: {@code workingLots + lots ≤ |positionLots|}, against the position.
   *
   * @param lots positive
   * @param positionLots known, signed
   * @param workingLots of working orders of the order's side, not negative
   */
  public static boolean isReducing(Side side, long lots, long positionLots, long workingLots) {
    boolean isAgainst = side == Side.BUY ? positionLots < 0 : positionLots > 0;
    return isAgainst && Saturated.sum(workingLots, lots) <= Saturated.magnitude(positionLots);
  }
}
