package io.tapedeck.core.replay;

import io.tapedeck.core.market.TradeView;

/** The trade that is being delivered. */
final class TradeRow implements TradeView {
  private int instrument;
  private long eventTimeNanos;
  private long receiveTimeNanos;
  private long priceTicks;
  private long lots;
  private long aggressor;

  TradeRow at(int newInstrument, long eventNanos, long receiveNanos) {
    instrument = newInstrument;
    eventTimeNanos = eventNanos;
    receiveTimeNanos = receiveNanos;
    return this;
  }

  TradeRow printing(long newPriceTicks, long newLots, long newAggressor) {
    priceTicks = newPriceTicks;
    lots = newLots;
    aggressor = newAggressor;
    return this;
  }

  @Override
  public int instrument() {
    return instrument;
  }

  @Override
  public long eventTimeNanos() {
    return eventTimeNanos;
  }

  @Override
  public long receiveTimeNanos() {
    return receiveTimeNanos;
  }

  @Override
  public long priceTicks() {
    return priceTicks;
  }

  @Override
  public long lots() {
    return lots;
  }

  @Override
  public long aggressor() {
    return aggressor;
  }
}
