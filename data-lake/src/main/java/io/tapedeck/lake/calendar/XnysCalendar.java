package io.tapedeck.lake.calendar;

import static io.tapedeck.lake.calendar.LocalTimes.NEW_YORK;

import io.tapedeck.core.market.Session;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * The New York Stock Exchange: 09:30 to 16:00 New York, 13:00 on half days, both ends included.
 *
 * <p>An event before the open or after the close belongs to the local date. Holidays: see {@link
 * XnysHolidays}; right from 2000, and by the rules known today beyond them.
 */
public record XnysCalendar() implements DatedCalendar {
  /** The ISO 10383 code of the exchange. */
  public static final String NAME = "XNYS";

  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Session> sessions(LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .filter(XnysHolidays::isOpen)
        .map(XnysCalendar::session)
        .toList();
  }

  /** Whether this is a session that closes at 13:00. */
  public static boolean isHalfDay(LocalDate date) {
    return XnysHolidays.isOpen(date) && XnysHolidays.isHalfDay(date);
  }

  private static Session session(LocalDate date) {
    LocalTime close = XnysHolidays.isHalfDay(date) ? EARLY_CLOSE : CLOSE;
    return new Session(
        date, LocalTimes.nanos(date, OPEN, NEW_YORK), LocalTimes.nanos(date, close, NEW_YORK));
  }

  @Override
  public DateSpan dateSpan(long nanos) {
    LocalDate date = LocalTimes.local(nanos, NEW_YORK).toLocalDate();
    return new DateSpan(
        date,
        LocalTimes.nanos(date, LocalTime.MIDNIGHT, NEW_YORK),
        LocalTimes.nanos(date.plusDays(1), LocalTime.MIDNIGHT, NEW_YORK));
  }

  @Override
  public int sessionsPerYear() {
    return 252;
  }
}
