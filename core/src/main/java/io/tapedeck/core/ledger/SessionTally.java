package io.tapedeck.core.ledger;

import io.tapedeck.core.market.Session;

/** What a session adds up to: how long a position was open in it. */
final class SessionTally {
  private boolean isInSession;
  private boolean isExposed;
  private long exposedSinceNanos;
  private long exposedNanos;

  void open(Session session) {
    isInSession = true;
    exposedSinceNanos = session.openNanos();
    exposedNanos = 0;
  }

  /** The account has, or has no, position from now on. */
  void expose(long nanos, boolean exposed) {
    if (exposed == isExposed) {
      return;
    }
    if (isInSession && isExposed) {
      exposedNanos += nanos - exposedSinceNanos;
    }
    isExposed = exposed;
    exposedSinceNanos = nanos;
  }

  /** Ends the session and returns for how many of its nanoseconds a position was open. */
  long close(Session session) {
    if (isExposed) {
      exposedNanos += session.closeNanos() - exposedSinceNanos;
    }
    isInSession = false;
    return exposedNanos;
  }
}
