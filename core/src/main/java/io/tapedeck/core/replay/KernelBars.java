package io.tapedeck.core.replay;

import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.bar.BarSeries;
import io.tapedeck.core.bar.BarSink;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Universe;
import java.util.List;

/**
 * The bars a run builds from ticks as they become known: of trades where the tape has them, else of
 * bids. Ticks that become known outside of a session are in no bar. A bar is told when it closes,
 * after all ticks of that instant: that of the tick that completes it, or the end of its interval;
 * or with the books of its session.
 */
final class KernelBars {
  private final BarSeries[] series;
  private final BarPrice[] prices;
  private final BarColumns closed = new BarColumns(4);
  private final BarCursor bar = new BarCursor();
  private final DueBound bound;
  private Session session;
  private long completedNanos = EventRing.NEVER;

  KernelBars(List<BarRule> rules, Universe universe, DueBound bound) {
    this.bound = bound;
    int built = rules.isEmpty() ? 0 : universe.size();
    series = new BarSeries[built];
    prices = new BarPrice[built];
    for (int i = 0; i < built; i++) {
      BarRule rule = rules.get(0);
      prices[i] = universe.hasTrades(i) ? BarPrice.LAST : BarPrice.BID;
      Require.that(
          universe.hasTrades(i) || (universe.hasQuotes(i) && !rule.needsLots()),
          "bars of %s need %s of %s and the tape has none",
          rule,
          rule.needsLots() ? "trades" : "ticks",
          universe.instrument(i).symbol());
      series[i] = rule.series(universe.instrument(i), sink(i));
    }
  }

  private BarSink sink(int instrument) {
    return (open, close, openTicks, highTicks, lowTicks, closeTicks, lots, vwapTicks, count) ->
        closed.add(
            instrument,
            0,
            0,
            open,
            close,
            Missing.VALUE,
            prices[instrument],
            openTicks,
            highTicks,
            lowTicks,
            closeTicks,
            lots);
  }

  void onQuote(QuoteRow quote) {
    if (series.length > 0
        && prices[quote.instrument()] == BarPrice.BID
        && !Missing.is(quote.bidTicks())) {
      add(quote.instrument(), quote.receiveTimeNanos(), quote.bidTicks(), Missing.VALUE);
    }
  }

  void onTrade(TradeRow trade) {
    if (series.length > 0 && prices[trade.instrument()] == BarPrice.LAST) {
      add(trade.instrument(), trade.receiveTimeNanos(), trade.priceTicks(), trade.lots());
    }
  }

  private void add(int instrument, long nanos, long priceTicks, long lots) {
    if (session != null && session.contains(nanos)) {
      series[instrument].add(nanos, priceTicks, lots);
      if (closed.size() > 0) {
        completedNanos = nanos;
      }
      bound.lower(Math.min(completedNanos, nextCloseNanos(instrument)));
    }
  }

  /** When the next bar is told; never while none is under way. */
  long nextCloseNanos() {
    long first = completedNanos;
    for (int i = 0; i < series.length; i++) {
      first = Math.min(first, nextCloseNanos(i));
    }
    return first;
  }

  /** The last bar of a session ends with it, a tick at its very close included. */
  private long nextCloseNanos(int instrument) {
    long nanos = series[instrument].nextCloseNanos();
    return session == null || nanos >= session.closeNanos() ? EventRing.NEVER : nanos;
  }

  /** Bars that are over at this instant close. */
  void close(long nanos, Trader trader) {
    for (BarSeries one : series) {
      one.advanceTo(nanos);
    }
    tell(nanos, trader);
  }

  void openSession(Session opened) {
    session = opened;
    for (BarSeries one : series) {
      one.open(opened);
    }
  }

  void closeSession(long nanos, Trader trader) {
    session = null;
    for (BarSeries one : series) {
      one.finish();
    }
    tell(nanos, trader);
  }

  private void tell(long nanos, Trader trader) {
    completedNanos = EventRing.NEVER;
    for (int row = 0; row < closed.size(); row++) {
      trader.onBar(bar.moveTo(closed, row, nanos), false);
    }
    closed.clear();
  }
}
