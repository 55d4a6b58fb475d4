package io.tapedeck.core.bar;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.FeedException;

/** The session that ticks of a series fall into, and the order they come in. */
final class OpenSession {
  private long openNanos;
  private long closeNanos = Long.MIN_VALUE;
  private long lastNanos = Long.MIN_VALUE;

  /** Refuses a session that does not come after this one. */
  void checkNext(long nextOpenNanos, long nextCloseNanos) {
    Require.that(nextOpenNanos < nextCloseNanos, "a session must open before it closes");
    Require.that(nextOpenNanos > closeNanos, "a session must open after the one before closed");
  }

  void open(long openNanos, long closeNanos) {
    this.openNanos = openNanos;
    this.closeNanos = closeNanos;
  }

  /** Refuses a tick that is out of order or outside the session. */
  void accept(long timeNanos) {
    if (timeNanos < lastNanos) {
      throw FeedException.outOfOrder("a series of ticks for bars", lastNanos, timeNanos);
    }
    Require.that(
        timeNanos >= openNanos && timeNanos <= closeNanos,
        "a tick for bars must lie inside the open session");
    lastNanos = timeNanos;
  }

  long openNanos() {
    return openNanos;
  }

  long closeNanos() {
    return closeNanos;
  }
}
