package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.SignalView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import java.math.BigDecimal;
import java.util.List;

/** Tells a strategy what happens on two instruments and keeps its wishes. */
final class Market {
  /** 0: QUO has quotes and trades, lots of 0.1; 1: TRA has trades only, lots of 1. */
  static final Universe UNIVERSE =
      new Universe(
          List.of(
              new Universe.Listing(instrument("QUO", 100_000_000), true, true),
              new Universe.Listing(instrument("TRA", 1_000_000_000), false, true)));

  private static final PositionView FLAT = new Flat();

  private final Wishes wishes = new Wishes();
  private final Strategy strategy;
  private long nowNanos;

  Market(StrategySpec spec) {
    strategy = spec.create(UNIVERSE);
  }

  private static Instrument instrument(String symbol, long sizeQuantumE9) {
    return new Instrument(
        symbol, AssetClass.OTHER, Currency.USD, 10_000_000, sizeQuantumE9, 1, 1, 1, "24/7");
  }

  static BigDecimal size(String text) {
    return new BigDecimal(text);
  }

  List<String> targets() {
    return wishes.targets();
  }

  Market at(long nanos) {
    nowNanos = nanos;
    return this;
  }

  /** Quotes of QUO with these mids, one tick wide on either side. */
  Market mids(long... midTicks) {
    for (long mid : midTicks) {
      strategy.onQuote(new Quote(0, nowNanos, mid - 1, mid + 1), FLAT, wishes.on(0));
    }
    return this;
  }

  /** A quote of QUO without an offer. */
  Market bidOnly(long bidTicks) {
    strategy.onQuote(new Quote(0, nowNanos, bidTicks, Missing.VALUE), FLAT, wishes.on(0));
    return this;
  }

  Market trades(int instrument, long... priceTicks) {
    for (long price : priceTicks) {
      strategy.onTrade(new Trade(instrument, nowNanos, price), FLAT, wishes.on(instrument));
    }
    return this;
  }

  Market signal(int instrument, int side, double strength, long horizonNanos) {
    strategy.onSignal(
        new Signal(instrument, nowNanos, side, strength, horizonNanos),
        FLAT,
        wishes.on(instrument));
    return this;
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

  private record Signal(
      int instrument, long eventTimeNanos, int side, double strength, long horizonNanos)
      implements SignalView {
    @Override
    public long receiveTimeNanos() {
      return eventTimeNanos;
    }
  }

  /** The shipped strategies do not look at their position. */
  private record Flat() implements PositionView {
    @Override
    public long lots() {
      return 0;
    }

    @Override
    public long workingLots() {
      return 0;
    }

    @Override
    public long cash() {
      return 0;
    }

    @Override
    public PositionView of(int instrument) {
      return this;
    }
  }
}
