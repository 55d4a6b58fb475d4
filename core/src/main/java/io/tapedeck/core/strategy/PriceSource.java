package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Universe;

/** Which price of an instrument a strategy watches, and so which events it counts. */
public enum PriceSource {
  /**
   * {@link #MID} where the tape has quotes of the instrument, else {@link #LAST}, else {@link
   * #BAR}.
   */
  AUTO,
  /** The middle of two-sided quotes. */
  MID,
  /** The price of trades. */
  LAST,
  /** The close of bars: of the tape's, or of those the run builds from ticks. */
  BAR;

  /**
   * What to watch of each instrument.
   *
   * @throws IllegalArgumentException if the tape does not have what is to be watched
   */
  public WatchedPrices of(Universe universe) {
    PriceSource[] watched = new PriceSource[universe.size()];
    for (int i = 0; i < watched.length; i++) {
      watched[i] = this == AUTO ? best(universe, i) : this;
      Require.that(
          watched[i].isOnTape(universe, i),
          "price %s needs %s of %s, and the tape has none; try AUTO, or another symbol",
          this,
          watched[i] == MID ? "quotes" : watched[i] == LAST ? "trades" : "bars or ticks",
          universe.instrument(i).symbol());
    }
    return new WatchedPrices(watched);
  }

  private static PriceSource best(Universe universe, int instrument) {
    if (universe.hasQuotes(instrument)) {
      return MID;
    }
    return universe.isFilledByBars(instrument) ? BAR : LAST;
  }

  private boolean isOnTape(Universe universe, int instrument) {
    boolean hasTrades = universe.hasTrades(instrument);
    boolean hasQuotes = universe.hasQuotes(instrument);
    return switch (this) {
      case MID -> hasQuotes;
      case LAST -> hasTrades;
      default -> hasQuotes || hasTrades || universe.isFilledByBars(instrument);
    };
  }
}
