package io.tapedeck.core.feed;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import java.util.List;

/**
 * A feed over columns in memory, each sorted by (event time, stream, seq) and of any kind; several
 * may be of the same one. The columns are read, not copied, and must not change meanwhile.
 */
public final class ArrayFeed implements Feed {
  private final Feed merged;

  /**
   * A feed over sorted columns.
   *
   * @param regularHours sessions in order that market events must lie in; empty for no such rule
   */
  public ArrayFeed(
      Universe universe, List<? extends EventColumns> tape, List<Session> regularHours) {
    this.merged =
        new MergedFeed(
            universe,
            tape.stream()
                .map(columns -> new ArrayCursor(columns.kind(), List.of(columns)))
                .toList(),
            regularHours);
  }

  /** A feed over sorted columns, at all hours. */
  public static ArrayFeed of(Universe universe, EventColumns... tape) {
    return new ArrayFeed(universe, List.of(tape), List.of());
  }

  @Override
  public Universe universe() {
    return merged.universe();
  }

  @Override
  public boolean refill(TapeBatch batch) {
    return merged.refill(batch);
  }
}
