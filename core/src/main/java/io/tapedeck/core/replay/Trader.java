package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.SignalView;
import io.tapedeck.core.order.OrderStatus;
import io.tapedeck.core.strategy.Strategy;

/**
 * The strategies and what they know. Whatever comes to be known comes through here, in the order in
 * which it does: the view first, then the guards of positions, then each strategy in turn.
 */
final class Trader {
  private final Strategy[] strategies;
  private final Desk[][] desks;
  private final KnownView known;
  private final Blotter blotter;
  private final OrderEntry entry;
  private final TimerQueue timers;
  private final KernelBars bars;
  private final PositionWatch guards;
  private boolean isDeciding;

  Trader(
      Strategy[] strategies,
      Desk[][] desks,
      KnownView known,
      Blotter blotter,
      OrderEntry entry,
      TimerQueue timers,
      KernelBars bars,
      PositionWatch guards) {
    this.strategies = strategies;
    this.desks = desks;
    this.known = known;
    this.blotter = blotter;
    this.entry = entry;
    this.timers = timers;
    this.bars = bars;
    this.guards = guards;
  }

  /** Whether a strategy has the word: what is thrown meanwhile, it threw. */
  boolean isDeciding() {
    return isDeciding;
  }

  /** Before the first event. */
  void start() {
    isDeciding = true;
    for (int s = 0; s < strategies.length; s++) {
      strategies[s].onStart(timers.of(s));
    }
    isDeciding = false;
  }

  void onQuote(QuoteRow quote) {
    int instrument = quote.instrument();
    long nanos = quote.receiveTimeNanos();
    known.learnQuote(instrument, quote.bidTicks(), quote.askTicks());
    hear(nanos);
    guards.onPrice(instrument, nanos);
    isDeciding = true;
    for (int s = 0; s < strategies.length; s++) {
      Desk desk = desks[s][instrument];
      strategies[s].onQuote(quote, desk, desk);
    }
    isDeciding = false;
    bars.onQuote(quote);
  }

  void onTrade(TradeRow trade) {
    int instrument = trade.instrument();
    long nanos = trade.receiveTimeNanos();
    known.learnTrade(instrument, trade.priceTicks());
    hear(nanos);
    guards.onPrice(instrument, nanos);
    isDeciding = true;
    for (int s = 0; s < strategies.length; s++) {
      Desk desk = desks[s][instrument];
      strategies[s].onTrade(trade, desk, desk);
    }
    isDeciding = false;
    bars.onTrade(trade);
  }

  /** A bar closed: one of the tape, whose close is a price that became known, or one of ours. */
  void onBar(BarView bar, boolean isOfTape) {
    int instrument = bar.instrument();
    long nanos = bar.receiveTimeNanos();
    hear(nanos);
    if (isOfTape) {
      known.learnBar(instrument, bar.price(), bar.closeTicks());
      guards.onPrice(instrument, nanos);
    }
    entry.learnBar(bar);
    isDeciding = true;
    for (int s = 0; s < strategies.length; s++) {
      Desk desk = desks[s][instrument];
      strategies[s].onBar(bar, desk, desk);
    }
    isDeciding = false;
  }

  void onSignal(SignalView signal) {
    hear(signal.eventTimeNanos());
    isDeciding = true;
    for (int s = 0; s < strategies.length; s++) {
      Desk desk = desks[s][signal.instrument()];
      strategies[s].onSignal(signal, desk, desk);
    }
    isDeciding = false;
  }

  /** The first timer is due. */
  void onTimer(long nanos) {
    int strategy = timers.firstStrategy();
    long tag = timers.firstTag();
    timers.removeFirst();
    hear(nanos);
    isDeciding = true;
    Desk desk = desks[strategy][0];
    strategies[strategy].onTimer(nanos, tag, desk, desk);
    isDeciding = false;
  }

  void onSessionOpen(Session session) {
    hear(session.openNanos());
    timers.openSession(session);
    entry.openSession(session);
    bars.openSession(session);
    guards.openSession();
    for (int s = 0; s < strategies.length; s++) {
      for (Desk desk : desks[s]) {
        isDeciding = true;
        strategies[s].onSessionOpen(session, desk, desk);
        isDeciding = false;
      }
    }
  }

  void onSessionClose(Session session, long nanos) {
    hear(nanos);
    bars.closeSession(nanos, this);
    timers.closeSession();
    for (int s = 0; s < strategies.length; s++) {
      for (Desk desk : desks[s]) {
        isDeciding = true;
        strategies[s].onSessionClose(session, desk, desk);
        isDeciding = false;
      }
    }
  }

  /** The first report becomes known. */
  void onReport(long nanos, ReportQueue reports) {
    int kind = reports.firstKind();
    long id = reports.firstOrderId();
    long priceTicks = reports.firstPriceTicks();
    long lots = reports.firstLots();
    long cashFlow = reports.firstCashFlow();
    reports.removeFirst();
    switch (kind) {
      case ReportQueue.FILL -> onFill(nanos, id, priceTicks, lots, cashFlow);
      case ReportQueue.ACCEPTANCE -> {
        blotter.learnAccept(id);
        tell(nanos, id, OrderStatus.NEW);
      }
      case ReportQueue.AMENDED -> onReplaced(nanos, id, lots, true);
      case ReportQueue.RESIZED -> onReplaced(nanos, id, lots, false);
      case ReportQueue.TOO_LATE -> onTooLate(id);
      case ReportQueue.CHARGE -> known.learnCharge(cashFlow);
      default -> onEnd(nanos, id);
    }
  }

  /** A fill became known; the one that completes its order ends it too. */
  private void onFill(long nanos, long orderId, long priceTicks, long lots, long cashFlow) {
    int instrument = blotter.instrument(orderId);
    int strategy = blotter.order(orderId).strategy();
    Side side = blotter.order(orderId).side();
    known.learnFill(strategy, instrument, side.sign() * lots, priceTicks, cashFlow);
    boolean isDone = blotter.learnFill(orderId, lots);
    hear(nanos);
    guards.onFill(instrument, nanos, side.sign() * lots, priceTicks);
    isDeciding = true;
    Desk desk = desks[strategy][instrument];
    strategies[strategy].onFill(orderId, side, priceTicks, lots, desk, desk);
    if (isDone) {
      strategies[strategy].onOrder(orderId, OrderStatus.FILLED, desk, desk);
    }
    isDeciding = false;
  }

  private void onReplaced(long nanos, long orderId, long lots, boolean isRequested) {
    if (blotter.isKnownOpen(orderId)) {
      blotter.learnReplace(orderId, lots, isRequested);
      boolean isPartlyFilled = blotter.reportedLots(orderId) > 0;
      tell(nanos, orderId, isPartlyFilled ? OrderStatus.PARTIALLY_FILLED : OrderStatus.NEW);
    }
  }

  private void onTooLate(long orderId) {
    if (blotter.isKnownOpen(orderId)) {
      blotter.learnAmendRejected(orderId);
    }
  }

  /** It became known that an order ended without being filled completely. */
  private void onEnd(long nanos, long orderId) {
    OrderStatus status = blotter.status(orderId);
    int instrument = blotter.instrument(orderId);
    int strategy = blotter.order(orderId).strategy();
    blotter.learnEnd(orderId);
    tell(nanos, strategy, instrument, orderId, status);
  }

  private void tell(long nanos, long orderId, OrderStatus status) {
    tell(nanos, blotter.order(orderId).strategy(), blotter.instrument(orderId), orderId, status);
  }

  private void tell(long nanos, int strategy, int instrument, long orderId, OrderStatus status) {
    hear(nanos);
    isDeciding = true;
    Desk desk = desks[strategy][instrument];
    strategies[strategy].onOrder(orderId, status, desk, desk);
    isDeciding = false;
  }

  private void hear(long nanos) {
    entry.at(nanos);
    timers.at(nanos);
  }
}
