package io.tapedeck.core.replay;

import io.tapedeck.core.market.QuoteView;

/** The quote that is being delivered. */
final class QuoteRow implements QuoteView {
  private int instrument;
  private long eventTimeNanos;
  private long receiveTimeNanos;
  private long bidTicks;
  private long bidLots;
  private long askTicks;
  private long askLots;

  QuoteRow at(int newInstrument, long eventNanos, long receiveNanos) {
    instrument = newInstrument;
    eventTimeNanos = eventNanos;
    receiveTimeNanos = receiveNanos;
    return this;
  }

  QuoteRow quoting(long newBidTicks, long newBidLots, long newAskTicks, long newAskLots) {
    bidTicks = newBidTicks;
    bidLots = newBidLots;
    askTicks = newAskTicks;
    askLots = newAskLots;
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
  public long bidTicks() {
    return bidTicks;
  }

  @Override
  public long bidLots() {
    return bidLots;
  }

  @Override
  public long askTicks() {
    return askTicks;
  }

  @Override
  public long askLots() {
    return askLots;
  }
}
