package io.tapedeck.core.risk;

import io.tapedeck.core.market.MoneyScale;

/**
 * What the known position cost, from reported fills: adding to it adds the notional, a partial
 * close takes {@code round(basis × closed / held)}, a full close takes all, and a turn starts anew
 * with the lots beyond zero. Money, signed as the position is; fees are not in it.
 */
public final class KnownBasis {
  private final MoneyScale scale;
  private long lots;
  private long basis;

  public KnownBasis(MoneyScale scale) {
    this.scale = scale;
  }

  /** A fill was reported; {@code signedLots} are what it added to the position. */
  public void onFill(long signedLots, long priceTicks) {
    long after = Math.addExact(lots, signedLots);
    if (Long.signum(lots) * Long.signum(signedLots) >= 0) {
      basis = Math.addExact(basis, scale.notional(priceTicks, signedLots));
    } else if (Long.signum(after) == Long.signum(lots)) {
      basis -= MoneyScale.proportion(basis, Math.abs(signedLots), Math.abs(lots));
    } else {
      basis = scale.notional(priceTicks, after);
    }
    lots = after;
  }

  /** Signed. */
  public long lots() {
    return lots;
  }

  /** Money, signed. */
  public long basis() {
    return basis;
  }
}
