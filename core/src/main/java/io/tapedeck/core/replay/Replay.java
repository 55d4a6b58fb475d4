package io.tapedeck.core.replay;

import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.TapeBatch;
import java.util.List;

/**
 * Drives lanes over a feed: decodes each batch once and lets every lane step through it in turn.
 */
public final class Replay {
  /** Events in a batch: small enough for the cache, large enough to amortise a lane's switch. */
  public static final int BATCH_EVENTS = 4_096;

  private Replay() {}

  /** Replays the whole feed through all lanes; the outcomes are in the order of the lanes. */
  public static List<RunOutcome> run(Feed feed, List<ReplayLane> lanes) {
    TapeBatch batch = new TapeBatch(BATCH_EVENTS);
    while (feed.refill(batch)) {
      for (ReplayLane lane : lanes) {
        lane.accept(batch);
      }
    }
    return lanes.stream().map(ReplayLane::finish).toList();
  }
}
