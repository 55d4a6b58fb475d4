package io.tapedeck.core.replay;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import java.util.List;

/**
 * When a run trades.
 *
 * @param sessions the sessions of the run's dates, in order; at least one. The run ends with the
 *     last one's books
 * @param sessionsPerYear sessions of a usual year, to annualise by; positive
 * @param warmUpSessions of the sessions, those at the start in which nothing is traded; they count
 *     in no figure; not negative, and fewer than the sessions
 * @param closingAuctionNanos how long after a session's close its books stay open for the closing
 *     auction, on a tape that flags auctions; not negative
 */
public record RunCalendar(
    List<Session> sessions, int sessionsPerYear, int warmUpSessions, long closingAuctionNanos) {
  public RunCalendar {
    sessions = List.copyOf(sessions);
    Require.that(!sessions.isEmpty(), "a run needs at least one session in its dates");
    for (int i = 1; i < sessions.size(); i++) {
      Require.that(
          sessions.get(i).openNanos() > sessions.get(i - 1).closeNanos(),
          "sessions must be in order and apart: %s does not open after %s closes",
          sessions.get(i).date(),
          sessions.get(i - 1).date());
    }
    Require.that(sessionsPerYear > 0, "sessionsPerYear must be positive, was %d", sessionsPerYear);
    Require.that(
        warmUpSessions >= 0 && warmUpSessions < sessions.size(),
        "warm-up must leave at least one of %d sessions, was %d",
        sessions.size(),
        warmUpSessions);
    Require.that(
        closingAuctionNanos >= 0,
        "time for the closing auction must not be negative, was %d ns",
        closingAuctionNanos);
  }

  /** Sessions without warm-up, on a tape without flagged auctions. */
  public static RunCalendar of(List<Session> sessions, int sessionsPerYear) {
    return new RunCalendar(sessions, sessionsPerYear, 0, 0);
  }

  public RunCalendar withWarmUp(int newWarmUpSessions) {
    return new RunCalendar(sessions, sessionsPerYear, newWarmUpSessions, closingAuctionNanos);
  }

  public RunCalendar withClosingAuction(long nanos) {
    return new RunCalendar(sessions, sessionsPerYear, warmUpSessions, nanos);
  }
}
