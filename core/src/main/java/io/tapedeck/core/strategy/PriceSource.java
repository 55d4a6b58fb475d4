package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Universe;

/** Which price of an instrument a strategy watches, and so which events it counts. */
public enum PriceSource {
  /** {@link #MID} where the tape has quotes of the instrument, else {@link #LAST}. */
  AUTO,
  /** The middle of two-sided quotes. */
  MID,
  /** The price of trades. */
  LAST;

  /**
   * For each instrument whether its mids are watched; else its trades are.
   *
   * @throws IllegalArgumentException if the tape does not have what is to be watched
   */
  public boolean[] watchesMid(Universe universe) {
    boolean[] watchesMid = new boolean[universe.size()];
    for (int i = 0; i < watchesMid.length; i++) {
      watchesMid[i] = this == MID || (this == AUTO && universe.hasQuotes(i));
      String symbol = universe.instrument(i).symbol();
      Require.that(
          watchesMid[i] ? universe.hasQuotes(i) : universe.hasTrades(i),
          "price %s needs %s of %s, and the tape has none; try AUTO, or another symbol",
          this,
          watchesMid[i] ? "quotes" : "trades",
          symbol);
    }
    return watchesMid;
  }
}
