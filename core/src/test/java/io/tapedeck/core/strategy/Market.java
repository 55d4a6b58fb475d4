package io.tapedeck.core.strategy;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.SignalView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.market.Universe.Listing;
import io.tapedeck.core.order.OrderStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells a strategy what happens on the instruments of a run and keeps its wishes. */
final class Market implements Timers {
  /** 0: QUO has quotes and trades, lots of 0.1; 1: TRA has trades only, lots of 1. */
  static final Universe UNIVERSE =
      new Universe(
          List.of(
              new Listing(instrument("QUO", 100_000_000), true, true),
              new Listing(instrument("TRA", 1_000_000_000), false, true)));

  private final Wishes wishes = new Wishes();
  private final List<String> timers = new ArrayList<>();
  private final Universe universe;
  private final Known known;
  private final Strategy strategy;
  private long nowNanos;

  Market(StrategySpec spec) {
    this(spec, UNIVERSE);
  }

  Market(StrategySpec spec, Universe universe) {
    this.universe = universe;
    known = new Known(universe.size());
    strategy = spec.create(universe);
    strategy.onStart(this);
  }

  private static Instrument instrument(String symbol, long sizeQuantumE9) {
    return new Instrument(
        symbol, AssetClass.OTHER, Currency.USD, 10_000_000, sizeQuantumE9, 1, 1, 1, "24/7");
  }

  /** Instruments of which the tape has bars only. */
  static Universe barsOf(Instrument... instruments) {
    return new Universe(
        List.of(instruments).stream()
            .map(one -> new Listing(one, false, false, true, false, ""))
            .toList());
  }

  static BigDecimal size(String text) {
    return new BigDecimal(text);
  }

  List<String> targets() {
    return wishes.targets();
  }

  /** Everything that was asked for. */
  List<String> asked() {
    return wishes.asked();
  }

  /** Timers set, as "instant: tag". */
  List<String> timers() {
    return timers;
  }

  @Override
  public void at(long nanos, long tag) {
    timers.add(nanos + ": " + tag);
  }

  @Override
  public void every(long intervalNanos, long tag) {
    timers.add("every " + intervalNanos + ": " + tag);
  }

  Market at(long nanos) {
    nowNanos = nanos;
    return this;
  }

  /** Quotes of QUO with these mids, one tick wide on either side. */
  Market mids(long... midTicks) {
    for (long mid : midTicks) {
      quote(0, mid - 1, mid + 1);
    }
    return this;
  }

  /** A quote of QUO without an offer. */
  Market bidOnly(long bidTicks) {
    return quote(0, bidTicks, Missing.VALUE);
  }

  Market quote(int instrument, long bidTicks, long askTicks) {
    strategy.onQuote(
        new Quote(instrument, nowNanos, bidTicks, askTicks),
        known.of(instrument),
        wishes.on(instrument));
    return this;
  }

  Market trades(int instrument, long... priceTicks) {
    for (long price : priceTicks) {
      strategy.onTrade(
          new Trade(instrument, nowNanos, price), known.of(instrument), wishes.on(instrument));
    }
    return this;
  }

  /** A bar of trades that began at this instant and closes now. */
  Market bar(int instrument, long openNanos, long high, long low, long close) {
    return bar(BarPrice.LAST, instrument, openNanos, high, low, close);
  }

  Market bar(BarPrice price, int instrument, long openNanos, long high, long low, long close) {
    strategy.onBar(
        new Bar(instrument, nowNanos, price, openNanos, high, low, close),
        known.of(instrument),
        wishes.on(instrument));
    return this;
  }

  /** Bars of trades that know one price. */
  Market closes(int instrument, long... closeTicks) {
    for (long close : closeTicks) {
      bar(instrument, nowNanos, close, close, close);
    }
    return this;
  }

  Market signal(int instrument, int side, double strength, long horizonNanos) {
    strategy.onSignal(
        new Signal(instrument, nowNanos, side, strength, horizonNanos),
        known.of(instrument),
        wishes.on(instrument));
    return this;
  }

  /** A session opens; as in a run, it is told once for each instrument. */
  Market opens(long openNanos, long closeNanos) {
    Session session = session(openNanos, closeNanos);
    at(openNanos);
    for (int i = 0; i < universe.size(); i++) {
      strategy.onSessionOpen(session, known.of(i), wishes.on(i));
    }
    return this;
  }

  Market shuts(long openNanos, long closeNanos) {
    Session session = session(openNanos, closeNanos);
    at(closeNanos);
    for (int i = 0; i < universe.size(); i++) {
      strategy.onSessionClose(session, known.of(i), wishes.on(i));
    }
    return this;
  }

  private static Session session(long openNanos, long closeNanos) {
    return new Session(LocalDate.EPOCH, openNanos, closeNanos);
  }

  Market timer(long nanos, long tag) {
    strategy.onTimer(nanos, tag, known.of(0), wishes.on(0));
    return at(nanos);
  }

  /** A fill is reported, and known to the position. */
  Market fills(int instrument, long orderId, Side side, long priceTicks, long lots) {
    known.of(instrument).add(side.sign() * lots);
    strategy.onFill(orderId, side, priceTicks, lots, known.of(instrument), wishes.on(instrument));
    return this;
  }

  /** Orders of so many lots are known to be working, or no longer. */
  Market works(int instrument, long signedLots) {
    known.of(instrument).work(signedLots);
    return this;
  }

  Market reports(int instrument, long orderId, OrderStatus status) {
    strategy.onOrder(orderId, status, known.of(instrument), wishes.on(instrument));
    return this;
  }

  /** What is known to be held. */
  long held(int instrument) {
    return known.of(instrument).lots();
  }

  private record Quote(int instrument, long eventTimeNanos, long bidTicks, long askTicks)
      implements QuoteView {
    @Override
    public long receiveTimeNanos() {
      return eventTimeNanos;
    }

    @Override
    public long bidLots() {
      return 1;
    }

    @Override
    public long askLots() {
      return 1;
    }
  }

  private record Trade(int instrument, long eventTimeNanos, long priceTicks) implements TradeView {
    @Override
    public long receiveTimeNanos() {
      return eventTimeNanos;
    }

    @Override
    public long lots() {
      return 1;
    }

    @Override
    public long aggressor() {
      return 0;
    }
  }

  private record Bar(
      int instrument,
      long eventTimeNanos,
      BarPrice price,
      long openTimeNanos,
      long highTicks,
      long lowTicks,
      long closeTicks)
      implements BarView {
    @Override
    public long receiveTimeNanos() {
      return eventTimeNanos;
    }

    @Override
    public long openTicks() {
      return lowTicks;
    }

    @Override
    public long lots() {
      return Missing.VALUE;
    }
  }

  private record Signal(
      int instrument, long eventTimeNanos, int side, double strength, long horizonNanos)
      implements SignalView {
    @Override
    public long receiveTimeNanos() {
      return eventTimeNanos;
    }
  }
}
