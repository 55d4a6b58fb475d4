package io.tapedeck.core.replay;

import io.tapedeck.core.chance.Purpose;
import io.tapedeck.core.execution.Delay;
import io.tapedeck.core.execution.DelayModel;
import io.tapedeck.core.market.Universe;
import java.util.Arrays;

/**
 * One way between trader and venue, for each instrument: messages take their time, and arrive first
 * in, first out.
 */
final class Line {
  private final DelayModel[] delays;
  private final long[] messages;
  private final long[] lastNanos;

  Line(Delay delay, Universe universe, long seed, Purpose purpose) {
    delays = new DelayModel[universe.size()];
    Arrays.setAll(
        delays,
        i -> delay.in(universe.listings().get(i).venue(), universe.instrument(i), seed, purpose));
    messages = new long[delays.length];
    lastNanos = new long[delays.length];
    Arrays.fill(lastNanos, Long.MIN_VALUE);
  }

  /** When a message that sets out now arrives. */
  long arrivalNanos(int instrument, long nanos) {
    long delay = delays[instrument].nanos(nanos, messages[instrument]++);
    long arrival = Math.max(Math.addExact(nanos, delay), lastNanos[instrument]);
    lastNanos[instrument] = arrival;
    return arrival;
  }
}
