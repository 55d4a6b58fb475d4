package io.tapedeck.lake.calendar;

import static io.tapedeck.lake.calendar.LocalTimes.NEW_YORK;

import io.tapedeck.core.market.Session;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Foreign exchange: five sessions a week, each from 17:00 New York to one nanosecond before 17:00
 * on its date.
 *
 * <p>An event at or after 17:00 belongs to the next business date, one on a weekend to Monday. Bank
 * holidays are not taken out: the market has no close of its own.
 */
public record FxCalendar() implements DatedCalendar {
  public static final String NAME = "FX";

  private static final LocalTime ROLL = LocalTime.of(17, 0);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Session> sessions(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .filter(date -> !isWeekend(date))
        .map(date -> new Session(date, roll(date.minusDays(1)), roll(date) - 1))
        .toList();
  }

  @Override
  public DateSpan dateSpan(long nanos) {
    ZonedDateTime local = LocalTimes.local(nanos, NEW_YORK);
    LocalDate date = local.toLocalDate();
    if (!local.toLocalTime().isBefore(ROLL)) {
      date = date.plusDays(1);
    }
    while (isWeekend(date)) {
      date = date.plusDays(1);
    }
    LocalDate previous =
        date.getDayOfWeek() == DayOfWeek.MONDAY ? date.minusDays(3) : date.minusDays(1);
    return new DateSpan(date, roll(previous), roll(date));
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static long roll(LocalDate date) {
    return LocalTimes.nanos(date, ROLL, NEW_YORK);
  }

  @Override
  public int sessionsPerYear() {
    return 260;
  }
}
