package io.tapedeck.core.ledger;

import io.tapedeck.core.market.Session;

/** What a session adds up to: how long a position was open in it. */
final class SessionTally {
  private boolean isInSession;
  private boolean isExposed;
  private long closeNanos;
  private long exposedSinceNanos;
  private long exposedNanos;

  void open(Session session) {
    isInSession = true;
    closeNanos = session.closeNanos();
    exposedSinceNanos = session.openNanos();
    exposedNanos = 0;
  }

  /** The account has, or has no, position from now on; after the close no time counts. */
  void expose(long nanos, boolean exposed) {
    if (exposed == isExposed) {
      return;
    }
    long counted = isInSession ? Math.min(nanos, closeNanos) : nanos;
    if (isInSession && isExposed) {
      exposedNanos += counted - exposedSinceNanos;
    }
    isExposed = exposed;
    exposedSinceNanos = counted;
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
