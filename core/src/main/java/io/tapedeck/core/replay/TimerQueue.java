package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.strategy.Timers;
import java.util.ArrayList;
import java.util.List;

/** The timers of a run's strategies, those of one instant in the order in which they were set. */
final class TimerQueue {
  private static final int STRATEGY = 0;
  private static final int TAG = 1;
  private static final int INTERVAL = 2;
  private static final int CLOSE = 3;
  private static final int NUMBER = 4;

  private final EventRing ring = new EventRing(5);
  private final List<Repeated> repeated = new ArrayList<>();
  private final DueBound bound;
  private long nowNanos = Long.MIN_VALUE;
  private Session session;
  private long timers;

  TimerQueue(DueBound bound) {
    this.bound = bound;
  }

  /** A timer that is set again in each session. */
  private record Repeated(int strategy, long intervalNanos, long tag, long number) {}

  long headNanos() {
    return ring.headNanos();
  }

  int firstStrategy() {
    return (int) ring.first(STRATEGY);
  }

  long firstTag() {
    return ring.first(TAG);
  }

  /** Takes the first timer out, and sets it again if it is repeated. */
  void removeFirst() {
    long nanos = ring.headNanos();
    long interval = ring.first(INTERVAL);
    long close = ring.first(CLOSE);
    int strategy = firstStrategy();
    long tag = firstTag();
    long number = ring.first(NUMBER);
    ring.removeFirst();
    nowNanos = nanos;
    if (interval > 0 && close - nanos > interval) {
      add(nanos + interval, strategy, tag, interval, close, number);
    }
  }

  void openSession(Session opened) {
    session = opened;
    nowNanos = Math.max(nowNanos, opened.openNanos());
    for (Repeated timer : repeated) {
      start(timer, opened, opened.openNanos() + timer.intervalNanos());
    }
  }

  void closeSession() {
    session = null;
  }

  /** Time has come to this. */
  void at(long nanos) {
    nowNanos = nanos;
  }

  /** Where one strategy sets its timers. */
  Timers of(int strategy) {
    return new Timers() {
      @Override
      public void at(long nanos, long tag) {
        Require.that(
            nanos >= nowNanos, "a timer must not be set to %d, before %d", nanos, nowNanos);
        add(nanos, strategy, tag, 0, 0, timers++);
      }

      @Override
      public void every(long intervalNanos, long tag) {
        Require.that(intervalNanos > 0, "a timer's interval must be positive");
        Repeated timer = new Repeated(strategy, intervalNanos, tag, timers++);
        repeated.add(timer);
        if (session != null) {
          long passed = (nowNanos - session.openNanos()) / intervalNanos + 1;
          start(timer, session, session.openNanos() + passed * intervalNanos);
        }
      }
    };
  }

  private void start(Repeated timer, Session in, long firstNanos) {
    if (firstNanos < in.closeNanos()) {
      add(
          firstNanos,
          timer.strategy(),
          timer.tag(),
          timer.intervalNanos(),
          in.closeNanos(),
          timer.number());
    }
  }

  private void add(long nanos, int strategy, long tag, long interval, long close, long number) {
    int handle = ring.add(nanos, 0, number);
    ring.set(handle, NUMBER, number);
    ring.set(handle, STRATEGY, strategy);
    ring.set(handle, TAG, tag);
    ring.set(handle, INTERVAL, interval);
    ring.set(handle, CLOSE, close);
    bound.lower(nanos);
  }
}
