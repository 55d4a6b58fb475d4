package io.tapedeck.core.market;

/** The side of an order or of a fill. */
public enum Side {
  BUY(+1),
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /** +1 for a buy, -1 for a sell: what a fill of one lot adds to the position. */
  public int sign() {
    return sign;
  }

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /** The side that changes a position by {@code signedLots}; those must not be zero. */
  public static Side of(long signedLots) {
    if (signedLots == 0) {
      throw new IllegalArgumentException("a change of zero lots has no side");
    }
    return signedLots > 0 ? BUY : SELL;
  }
}
