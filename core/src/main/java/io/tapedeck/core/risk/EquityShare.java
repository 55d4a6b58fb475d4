package io.tapedeck.core.risk;

/**
 * As many lots as a share of the equity pays for, fees put aside: {@code cost ≤ ⌊(equity - buffer)
 * × share⌋}.
 *
 * @param buffer money never counted on; not negative
 * @param shareE8 in 1e-8; positive
 */
record EquityShare(Outlay outlay, long buffer, long shareE8) implements SizingRule {
  @Override
  public long fullLots(long stopTicks, long equity, long doubledTicks) {
    long budget = Share.floor(Math.max(equity - buffer, 0), shareE8);
    return outlay.lotsWithin(budget, doubledTicks);
  }

  @Override
  public boolean needsEquity() {
    return true;
  }

  @Override
  public boolean needsPrice() {
    return true;
  }
}
