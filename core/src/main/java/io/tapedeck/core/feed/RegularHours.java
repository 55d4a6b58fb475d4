package io.tapedeck.core.feed;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import java.util.List;

/** The windows of time that a feed lets through, both ends included, in order. */
final class RegularHours {
  /** Lets everything through. */
  static final RegularHours ALWAYS =
      new RegularHours(new long[] {Long.MIN_VALUE}, new long[] {Long.MAX_VALUE});

  private final long[] openNanos;
  private final long[] closeNanos;

  private RegularHours(long[] openNanos, long[] closeNanos) {
    this.openNanos = openNanos;
    this.closeNanos = closeNanos;
  }

  /** The hours of these sessions, or {@link #ALWAYS} where there are none. */
  static RegularHours of(List<Session> sessions) {
    if (sessions.isEmpty()) {
      return ALWAYS;
    }
    for (int i = 1; i < sessions.size(); i++) {
      Session previous = sessions.get(i - 1);
      Session session = sessions.get(i);
      Require.that(
          previous.closeNanos() < session.openNanos(),
          "sessions must be in order and apart: %s does not come after %s",
          session,
          previous);
    }
    return new RegularHours(
        sessions.stream().mapToLong(Session::openNanos).toArray(),
        sessions.stream().mapToLong(Session::closeNanos).toArray());
  }

  int size() {
    return openNanos.length;
  }

  /**
   * Whether this time is soon enough after a close for the closing auction's print.
   *
   * @param session the first that does not close before it
   */
  boolean isSoonAfterClose(long nanos, int session) {
    return session > 0
        && nanos - closeNanos[session - 1] <= MergedFeed.CLOSING_AUCTION_NANOS
        && (session == openNanos.length || nanos < openNanos[session]);
  }

  /** The first session, from {@code from} on, that does not close before this time. */
  int sessionAt(long nanos, int from) {
    int session = from;
    while (session < closeNanos.length && closeNanos[session] < nanos) {
      session++;
    }
    return session;
  }

  long openNanos(int session) {
    return openNanos[session];
  }

  long closeNanos(int session) {
    return closeNanos[session];
  }
}
