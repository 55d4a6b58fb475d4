package io.tapedeck.jobs.sweep;

import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.Replay;

/** A feed that ends before a time: the same tape, as it was known then. */
final class TruncatedFeed implements Feed {
  private final Feed feed;
  private final long endNanos;
  private final TapeBatch whole = new TapeBatch(Replay.BATCH_EVENTS);
  private boolean isOver;

  /**
   * A feed of the events before a time.
   *
   * @param feed closed with this one
   * @param endNanos nanoseconds since the epoch; not included
   */
  TruncatedFeed(Feed feed, long endNanos) {
    this.feed = feed;
    this.endNanos = endNanos;
  }

  @Override
  public Universe universe() {
    return feed.universe();
  }

  @Override
  public boolean refill(TapeBatch batch) {
    batch.clear();
    if (isOver || !feed.refill(whole)) {
      return false;
    }
    for (int i = 0; i < whole.size(); i++) {
      if (whole.eventTimeNanos(i) >= endNanos) {
        isOver = true;
        break;
      }
      batch.append(whole.kind(i), whole.columns(whole.kind(i)), whole.row(i));
    }
    return batch.size() > 0;
  }

  @Override
  public void close() {
    feed.close();
  }
}
