package io.tapedeck.core.strategy;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TradeView;

/**
 * Reads the watched price of each instrument from what a strategy is told. Prices are in half
 * ticks, whatever they are read from, so that a mid is a whole number.
 *
 * <p>Of bars it watches one price: that of the first bar it is shown of the instrument.
 */
public final class WatchedPrices {
  private final PriceSource[] source; // MID, LAST or BAR
  private final BarPrice[] bars; // null before the first bar

  WatchedPrices(PriceSource[] source) {
    this.source = source;
    bars = new BarPrice[source.length];
  }

  /** The mid, in half ticks; {@link Missing#VALUE} where it is not watched or has one side only. */
  public long of(QuoteView quote) {
    return source[quote.instrument()] == PriceSource.MID && quote.isTwoSided()
        ? quote.doubledMidTicks()
        : Missing.VALUE;
  }

  /** The price, in half ticks; {@link Missing#VALUE} where it is not watched. */
  public long of(TradeView trade) {
    return source[trade.instrument()] == PriceSource.LAST ? 2 * trade.priceTicks() : Missing.VALUE;
  }

  /** The close, in half ticks; {@link Missing#VALUE} where it is not watched. */
  public long of(BarView bar) {
    int instrument = bar.instrument();
    if (source[instrument] != PriceSource.BAR) {
      return Missing.VALUE;
    }
    if (bars[instrument] == null) {
      bars[instrument] = bar.price();
    }
    return bars[instrument] == bar.price() ? halfTicks(bar, bar.closeTicks()) : Missing.VALUE;
  }

  /** A price of this bar in half ticks, which is what bars of mids count in. */
  public static long halfTicks(BarView bar, long price) {
    return bar.price() == BarPrice.MID ? price : 2 * price;
  }
}
