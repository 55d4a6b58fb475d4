package io.tapedeck.core.replay;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.DelayModel;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Universe;
import java.util.Arrays;

/** When the trader knows of an event: first in, first out within its stream. */
final class Arrivals {
  private static final int INITIAL_STREAMS = 8;

  private final DelayModel[] delays;
  private final long[] events;
  private long[] lastNanos = new long[INITIAL_STREAMS];

  Arrivals(Delay feed, Universe universe, long seed) {
    delays = new DelayModel[universe.size()];
    Arrays.setAll(
        delays,
        i ->
            feed.in(
                universe.listings().get(i).venue(),
                universe.instrument(i),
                seed,
                Purpose.FEED_LATENCY));
    events = new long[delays.length];
    Arrays.fill(lastNanos, Long.MIN_VALUE);
  }

  /** When an event of this time is known, as its source tells or the feed's delay has it. */
  long nanos(int instrument, int stream, long nanos, long receiveNanos) {
    if (stream >= lastNanos.length) {
      int known = lastNanos.length;
      lastNanos = Arrays.copyOf(lastNanos, Math.max(stream + 1, known * 2));
      Arrays.fill(lastNanos, known, lastNanos.length, Long.MIN_VALUE);
    }
    long number = events[instrument]++;
    long told =
        Missing.is(receiveNanos)
            ? nanos + delays[instrument].nanos(nanos, number)
            : Math.max(receiveNanos, nanos);
    long arrival = Math.max(told, lastNanos[stream]);
    lastNanos[stream] = arrival;
    return arrival;
  }
}
