package io.tapedeck.lake.calendar;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A calendar of one's own, from its list of sessions.
 *
 * <p>An event between two sessions belongs to the nearer of the two, so that trading before the
 * open and after the close stays with its day.
 */
final class TableCalendar implements DatedCalendar {
  private static final double DAYS_PER_YEAR = 365.25;

  private final String name;
  private final LocalDate[] dates;
  private final long[] openNanos;
  private final long[] closeNanos;

  /**
   * A calendar of these sessions.
   *
   * @param sessions at least one, in order, not overlapping
   */
  TableCalendar(String name, List<Session> sessions) {
    Require.that(!sessions.isEmpty(), "calendar %s has no sessions", name);
    this.name = name;
    dates = sessions.stream().map(Session::date).toArray(LocalDate[]::new);
    openNanos = sessions.stream().mapToLong(Session::openNanos).toArray();
    closeNanos = sessions.stream().mapToLong(Session::closeNanos).toArray();
    for (int i = 1; i < dates.length; i++) {
      Require.that(
          dates[i - 1].isBefore(dates[i]) && closeNanos[i - 1] < openNanos[i],
          "sessions of calendar %s must follow each other: %s closes at %d, %s opens at %d",
          name,
          dates[i - 1],
          closeNanos[i - 1],
          dates[i],
          openNanos[i]);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Session> sessions(LocalDate first, LocalDate last) {
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < dates.length; i++) {
      if (!dates[i].isBefore(first) && !dates[i].isAfter(last)) {
        sessions.add(new Session(dates[i], openNanos[i], closeNanos[i]));
      }
    }
    return sessions;
  }

  @Override
  public DateSpan dateSpan(long nanos) {
    int low = 0;
    int high = dates.length - 1;
    while (low < high) { // the first session whose stretch ends after the event
      int middle = (low + high) >>> 1;
      if (until(middle) > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return new DateSpan(dates[low], low == 0 ? Long.MIN_VALUE : until(low - 1), until(low));
  }

  /** Half way from the close of a session to the next open. */
  private long until(int session) {
    if (session == dates.length - 1) {
      return Long.MAX_VALUE;
    }
    long gap = openNanos[session + 1] - closeNanos[session];
    return closeNanos[session] + (gap + 1) / 2;
  }

  @Override
  public int sessionsPerYear() {
    long days = dates[dates.length - 1].toEpochDay() - dates[0].toEpochDay() + 1;
    return days < DAYS_PER_YEAR ? 252 : (int) Math.round(dates.length * DAYS_PER_YEAR / days);
  }
}
