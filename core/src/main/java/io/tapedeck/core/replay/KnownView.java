package io.tapedeck.core.replay;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import java.util.Arrays;

/** What the trader knows: reported cash and positions, and prices as they were delivered. */
final class KnownView {
  private final long[] lots;
  private final long[] bidTicks;
  private final long[] askTicks;
  private final long[] lastTicks;
  private long cash;

  KnownView(int instruments, long startCash) {
    lots = new long[instruments];
    bidTicks = missing(instruments);
    askTicks = missing(instruments);
    lastTicks = missing(instruments);
    cash = startCash;
  }

  private static long[] missing(int instruments) {
    long[] column = new long[instruments];
    Arrays.fill(column, Missing.VALUE);
    return column;
  }

  long cash() {
    return cash;
  }

  /** Signed. */
  long lots(int instrument) {
    return lots[instrument];
  }

  /**
   * The last known price for an order of this side: the touch it would take, else the last trade;
   * {@link Missing#VALUE} where nothing is known.
   */
  long priceTicks(int instrument, Side side) {
    long touch = side == Side.BUY ? askTicks[instrument] : bidTicks[instrument];
    return Missing.is(touch) ? lastTicks[instrument] : touch;
  }

  void learnQuote(int instrument, long newBidTicks, long newAskTicks) {
    bidTicks[instrument] = newBidTicks;
    askTicks[instrument] = newAskTicks;
  }

  void learnTrade(int instrument, long priceTicks) {
    lastTicks[instrument] = priceTicks;
  }

  void learnFill(int instrument, long signedLots, long cashFlow) {
    lots[instrument] = Math.addExact(lots[instrument], signedLots);
    cash = Math.addExact(cash, cashFlow);
  }
}
