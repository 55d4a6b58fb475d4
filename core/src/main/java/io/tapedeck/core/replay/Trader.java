package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.SignalView;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.strategy.Strategy;

/**
 * The strategy and what it knows. Whatever comes to be known comes through here, in the order in
 * which it does.
 */
final class Trader {
  private final Strategy strategy;
  private final KnownView known;
  private final Blotter blotter;
  private final OrderEntry entry;
  private final Desk[] desks;
  private boolean isDeciding;

  Trader(Strategy strategy, KnownView known, Blotter blotter, OrderEntry entry, Desk[] desks) {
    this.strategy = strategy;
    this.known = known;
    this.blotter = blotter;
    this.entry = entry;
    this.desks = desks;
  }

  /** Whether the strategy has the word: what is thrown meanwhile, it threw. */
  boolean isDeciding() {
    return isDeciding;
  }

  void onQuote(QuoteRow quote) {
    int instrument = quote.instrument();
    known.learnQuote(instrument, quote.bidTicks(), quote.askTicks());
    Desk desk = hear(quote.receiveTimeNanos(), instrument);
    strategy.onQuote(quote, desk, desk);
    isDeciding = false;
  }

  void onTrade(TradeRow trade) {
    int instrument = trade.instrument();
    known.learnTrade(instrument, trade.priceTicks());
    Desk desk = hear(trade.receiveTimeNanos(), instrument);
    strategy.onTrade(trade, desk, desk);
    isDeciding = false;
  }

  void onBar(BarView bar) {
    Desk desk = hear(bar.eventTimeNanos(), bar.instrument());
    strategy.onBar(bar, desk, desk);
    isDeciding = false;
  }

  void onSignal(SignalView signal) {
    Desk desk = hear(signal.eventTimeNanos(), signal.instrument());
    strategy.onSignal(signal, desk, desk);
    isDeciding = false;
  }

  void onSessionOpen(Session session) {
    for (int instrument = 0; instrument < desks.length; instrument++) {
      Desk desk = hear(session.openNanos(), instrument);
      strategy.onSessionOpen(session, desk, desk);
      isDeciding = false;
    }
  }

  void onSessionClose(Session session) {
    for (int instrument = 0; instrument < desks.length; instrument++) {
      Desk desk = hear(session.closeNanos(), instrument);
      strategy.onSessionClose(session, desk, desk);
      isDeciding = false;
    }
  }

  /** A fill became known; the one that completes its order ends it too. */
  void onFill(long nanos, long orderId, long priceTicks, long lots, long cashFlow) {
    int instrument = blotter.instrument(orderId);
    Side side = blotter.side(orderId);
    known.learnFill(instrument, side.sign() * lots, cashFlow);
    boolean isDone = blotter.learnFill(orderId, lots);
    Desk desk = hear(nanos, instrument);
    strategy.onFill(orderId, side, priceTicks, lots, desk, desk);
    if (isDone) {
      strategy.onOrder(orderId, OrderStatus.FILLED, desk, desk);
    }
    isDeciding = false;
  }

  /** It became known that the venue took an order. */
  void onAcceptance(long nanos, long orderId) {
    Desk desk = hear(nanos, blotter.instrument(orderId));
    strategy.onOrder(orderId, OrderStatus.NEW, desk, desk);
    isDeciding = false;
  }

  /** It became known that an order ended without being filled completely. */
  void onEnd(long nanos, long orderId) {
    int instrument = blotter.instrument(orderId);
    OrderStatus status = blotter.status(orderId);
    blotter.learnEnd(orderId);
    Desk desk = hear(nanos, instrument);
    strategy.onOrder(orderId, status, desk, desk);
    isDeciding = false;
  }

  private Desk hear(long nanos, int instrument) {
    entry.at(nanos);
    isDeciding = true;
    return desks[instrument];
  }
}
