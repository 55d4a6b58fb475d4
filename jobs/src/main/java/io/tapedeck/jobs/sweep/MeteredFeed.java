package io.tapedeck.jobs.sweep;

import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;

/** A feed whose batches are counted and timed: twice a batch the clock is read, never a tick. */
final class MeteredFeed implements Feed {
  private final Feed feed;
  private final UnitMeter meter;

  /**
   * The same events as another feed's.
   *
   * @param feed closed with this one
   */
  MeteredFeed(Feed feed, UnitMeter meter) {
    this.feed = feed;
    this.meter = meter;
  }

  @Override
  public Universe universe() {
    return feed.universe();
  }

  @Override
  public boolean refill(TapeBatch batch) {
    long start = System.nanoTime();
    boolean isFilled = feed.refill(batch);
    meter.read(isFilled ? batch.size() : 0, System.nanoTime() - start);
    return isFilled;
  }

  @Override
  public void close() {
    feed.close();
  }
}
