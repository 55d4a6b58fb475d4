package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import java.util.function.LongConsumer;

/** A feed that tells how many events it has handed out. */
final class WatchedFeed implements Feed {
  private final Feed feed;
  private final LongConsumer watcher;
  private long events;

  WatchedFeed(Feed feed, LongConsumer watcher) {
    this.feed = feed;
    this.watcher = watcher;
  }

  @Override
  public Universe universe() {
    return feed.universe();
  }

  @Override
  public boolean refill(TapeBatch batch) {
    boolean isFilled = feed.refill(batch);
    if (isFilled) {
      events += batch.size();
      watcher.accept(events);
    }
    return isFilled;
  }

  @Override
  public void close() {
    feed.close();
  }
}
