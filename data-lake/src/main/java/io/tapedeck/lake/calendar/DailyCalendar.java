package io.tapedeck.lake.calendar;

import io.tapedeck.core.market.Session;
import java.time.LocalDate;
import java.util.List;

/**
 * A market that never closes: sessions are days of UTC.
 *
 * @param name {@link #NAME}, or the name of a calendar nobody has described
 */
public record DailyCalendar(String name) implements DatedCalendar {
  public static final String NAME = "24/7";

  private static final long NANOS_PER_DAY = 86_400_000_000_000L;

  @Override
  public List<Session> sessions(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .map(date -> new Session(date, open(date), open(date.plusDays(1)) - 1))
        .toList();
  }

  @Override
  public DateSpan dateSpan(long nanos) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(nanos, NANOS_PER_DAY));
    return new DateSpan(date, open(date), open(date.plusDays(1)));
  }

  private static long open(LocalDate date) {
    return Math.multiplyExact(date.toEpochDay(), NANOS_PER_DAY);
  }

  @Override
  public int sessionsPerYear() {
    return 365;
  }
}
