package io.tapedeck.core.replay;

import io.tapedeck.core.market.Rank;
import io.tapedeck.core.market.Session;
import java.util.List;

/**
 * The instants sessions bring: each opens, expires its orders at its close, and closes its books,
 * at once or when the closing auction is over.
 */
final class SessionSchedule {
  private final List<Session> sessions;
  private final long auctionNanos;
  private int index;
  private int rank = Rank.SESSION_OPEN;
  private long nanos;

  SessionSchedule(List<Session> sessions, long auctionNanos) {
    this.sessions = sessions;
    this.auctionNanos = auctionNanos;
    nanos = sessions.get(0).openNanos();
  }

  /** When the next instant is due; {@link EventRing#NEVER} after the last close. */
  long nanos() {
    return nanos;
  }

  /** {@link Rank#SESSION_OPEN}, {@link Rank#EXPIRY} or {@link Rank#SESSION_CLOSE}. */
  int rank() {
    return rank;
  }

  /** The session the next instant belongs to. */
  Session session() {
    return sessions.get(index);
  }

  boolean isOver() {
    return index == sessions.size();
  }

  void advance() {
    if (rank == Rank.SESSION_OPEN) {
      rank = Rank.EXPIRY;
      nanos = session().closeNanos();
    } else if (rank == Rank.EXPIRY) {
      rank = Rank.SESSION_CLOSE;
      nanos = booksCloseNanos();
    } else {
      index++;
      rank = Rank.SESSION_OPEN;
      nanos = isOver() ? EventRing.NEVER : session().openNanos();
    }
  }

  /** The closing auction is over before the next session opens, whatever is allowed for it. */
  private long booksCloseNanos() {
    long close = session().closeNanos();
    return index + 1 < sessions.size()
        ? Math.min(close + auctionNanos, sessions.get(index + 1).openNanos() - 1)
        : close + auctionNanos;
  }
}
