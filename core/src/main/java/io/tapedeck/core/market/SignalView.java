package io.tapedeck.core.market;

/** An opinion that came through the feed: SQL, Python or a model made it. */
public interface SignalView extends EventView {
  /** +1 long, -1 short, 0 flat. */
  int side();

  /** Conviction, by convention from 0 to 1; 1 where the source gives none. */
  double strength();

  /**
   * How long it is meant to hold, in nanoseconds; {@link Missing#VALUE} where the source gives
   * none.
   */
  long horizonNanos();
}
