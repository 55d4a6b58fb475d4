package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import java.util.Arrays;

/** What the trader knows: reported cash and positions, and prices as they were delivered. */
final class KnownView {
  private final KnownPositions account;
  private final KnownPositions[] strategies;
  private final MoneyScale[] scales;
  private final long[] bidTicks;
  private final long[] askTicks;
  private final long[] lastTicks;
  private long cash;

  KnownView(Universe universe, int strategies, long startCash) {
    int instruments = universe.size();
    account = new KnownPositions(instruments);
    this.strategies = new KnownPositions[strategies];
    Arrays.setAll(
        this.strategies, i -> strategies == 1 ? account : new KnownPositions(instruments));
    scales = new MoneyScale[instruments];
    Arrays.setAll(scales, i -> universe.instrument(i).moneyScale());
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

  /** The positions of all strategies, netted. */
  KnownPositions account() {
    return account;
  }

  /** The positions of one strategy. */
  KnownPositions of(int strategy) {
    return strategies[strategy];
  }

  /**
   * The last known price for an order of this side: the touch it would take, else the last trade;
   * {@link Missing#VALUE} where nothing is known.
   */
  long priceTicks(int instrument, Side side) {
    long touch = side == Side.BUY ? askTicks[instrument] : bidTicks[instrument];
    return Missing.is(touch) ? lastTicks[instrument] : touch;
  }

  /**
   * The last known price, doubled: the middle of a quote with both sides, else the last trade;
   * {@link Missing#VALUE} where nothing is known.
   */
  long doubledTicks(int instrument) {
    long bid = bidTicks[instrument];
    long ask = askTicks[instrument];
    if (!Missing.is(bid) && !Missing.is(ask)) {
      return bid + ask;
    }
    long last = lastTicks[instrument];
    return Missing.is(last) ? Missing.VALUE : 2 * last;
  }

  /** Cash and positions at the last known prices, else at their average entry. */
  long equity() {
    long equity = cash;
    for (int i = 0; i < scales.length; i++) {
      long lots = account.lots(i);
      if (lots != 0) {
        equity = Math.addExact(equity, value(i, lots));
      }
    }
    return equity;
  }

  /** What this many lots are worth at the last known price, else at their average entry. */
  long value(int instrument, long lots) {
    long doubled = doubledTicks(instrument);
    if (Missing.is(doubled)) {
      doubled = StrictMath.round(2.0 * account.averageTicks(instrument));
    }
    return scales[instrument].valueAtDoubled(doubled, lots);
  }

  void learnQuote(int instrument, long newBidTicks, long newAskTicks) {
    bidTicks[instrument] = newBidTicks;
    askTicks[instrument] = newAskTicks;
  }

  void learnTrade(int instrument, long priceTicks) {
    lastTicks[instrument] = priceTicks;
  }

  /** A bar of the tape closed: its close is the last price known of that kind. */
  void learnBar(int instrument, BarPrice price, long closeTicks) {
    switch (price) {
      case BID -> bidTicks[instrument] = closeTicks;
      case ASK -> askTicks[instrument] = closeTicks;
      default -> lastTicks[instrument] = closeTicks;
    }
  }

  void learnFill(int strategy, int instrument, long signedLots, long priceTicks, long cashFlow) {
    account.learnFill(instrument, signedLots, priceTicks);
    if (strategy >= 0 && strategies.length > 1) {
      strategies[strategy].learnFill(instrument, signedLots, priceTicks);
    }
    cash = Math.addExact(cash, cashFlow);
  }

  /** Interest or a financing charge became known. */
  void learnCharge(long charge) {
    cash = Math.subtractExact(cash, charge);
  }
}
