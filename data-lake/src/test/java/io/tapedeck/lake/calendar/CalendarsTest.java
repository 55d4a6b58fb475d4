package io.tapedeck.lake.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
  private static final XnysCalendar XNYS = new XnysCalendar();
  private static final FxCalendar FX = new FxCalendar();
  private static final DailyCalendar DAILY = new DailyCalendar(DailyCalendar.NAME);

  /** The exchange's published holidays, week days only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2012|01-02 01-16 02-20 04-06 05-28 07-04 09-03 10-29 10-30 11-22 12-25",
        "2013|01-01 01-21 02-18 03-29 05-27 07-04 09-02 11-28 12-25",
        "2014|01-01 01-20 02-17 04-18 05-26 07-04 09-01 11-27 12-25",
        "2015|01-01 01-19 02-16 04-03 05-25 07-03 09-07 11-26 12-25",
        "2016|01-01 01-18 02-15 03-25 05-30 07-04 09-05 11-24 12-26",
        "2017|01-02 01-16 02-20 04-14 05-29 07-04 09-04 11-23 12-25",
        "2018|01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-05 12-25",
        "2019|01-01 01-21 02-18 04-19 05-27 07-04 09-02 11-28 12-25",
        "2020|01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25",
        "2021|01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
        "2022|01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "2023|01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
        "2024|01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "2025|01-01 01-09 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
        "2026|01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25"
      })
  void newYorkIsClosedOnItsPublishedHolidays(int year, String holidays) {
    List<LocalDate> expected = dates(year, holidays);

    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(date -> date.getDayOfWeek().getValue() <= 5)
                .filter(date -> XNYS.sessions(date, date).isEmpty()))
        .containsExactlyElementsOf(expected);
  }

  /** The exchange's published early closes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2012|07-03 11-23 12-24",
        "2013|07-03 11-29 12-24",
        "2014|07-03 11-28 12-24",
        "2015|11-27 12-24",
        "2016|11-25",
        "2017|07-03 11-24",
        "2018|07-03 11-23 12-24",
        "2019|07-03 11-29 12-24",
        "2020|11-27 12-24",
        "2021|11-26",
        "2022|11-25",
        "2023|07-03 11-24",
        "2024|07-03 11-29 12-24",
        "2025|07-03 11-28 12-24",
        "2026|11-27 12-24"
      })
  void newYorkClosesAtOneOnItsPublishedHalfDays(int year, String halfDays) {
    assertThat(
            LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(XnysCalendar::isHalfDay))
        .containsExactlyElementsOf(dates(year, halfDays));
    for (LocalDate date : dates(year, halfDays)) {
      Session session = XNYS.sessions(date, date).get(0);
      assertThat(session.closeNanos() - session.openNanos()).isEqualTo(hours(3.5)); // 9:30 to 13:00
    }
  }

  @Test
  void newYorkHas252SessionsIn2013AndMovesWithSummerTime() {
    assertThat(XNYS.sessions(date("2013-01-01"), date("2013-12-31"))).hasSize(252);
    // 09:30 EST = 14:30 UTC; the clocks went forward on Sunday 2013-03-10; 09:30 EDT = 13:30 UTC
    assertThat(XNYS.sessions(date("2013-03-08"), date("2013-03-11")))
        .extracting(Session::openNanos)
        .containsExactly(nanos("2013-03-08T14:30:00Z"), nanos("2013-03-11T13:30:00Z"));
    assertThat(XNYS.sessions(date("2013-11-04"), date("2013-11-04")).get(0).closeNanos())
        .isEqualTo(nanos("2013-11-04T21:00:00Z"));
  }

  @Test
  void newYorkDatesAreLocalDatesAlsoOutsideOfHours() {
    assertThat(XNYS.sessionDate(nanos("2013-10-08T03:59:59.999999999Z"))).isEqualTo("2013-10-07");
    assertThat(XNYS.sessionDate(nanos("2013-10-08T04:00:00Z"))).isEqualTo("2013-10-08");
    assertThat(XNYS.sessionDate(nanos("2013-10-12T12:00:00Z"))).isEqualTo("2013-10-12"); // Saturday
  }

  @ParameterizedTest
  @CsvSource({
    "2014-05-01T20:59:59.999999999Z, 2014-05-01", // Thursday 16:59:59 New York
    "2014-05-01T21:00:00Z, 2014-05-02", // 17:00: the next date
    "2014-05-02T21:00:00Z, 2014-05-05", // Friday 17:00: Monday
    "2014-05-03T12:00:00Z, 2014-05-05", // Saturday
    "2014-05-04T21:00:00Z, 2014-05-05", // Sunday 17:00
    "2014-01-15T21:59:59Z, 2014-01-15", // winter: 17:00 is 22:00 UTC
    "2014-01-15T22:00:00Z, 2014-01-16"
  })
  void foreignExchangeRollsAtFiveInNewYork(String time, String date) {
    assertThat(FX.sessionDate(nanos(time))).isEqualTo(date);
  }

  @Test
  void foreignExchangeHasFiveSessionsAWeekWithoutGaps() {
    List<Session> week = FX.sessions(date("2014-03-10"), date("2014-03-16")); // after 9 March

    assertThat(week).hasSize(5);
    assertThat(week.get(0).openNanos()).isEqualTo(nanos("2014-03-09T21:00:00Z")); // already EDT
    assertThat(week.get(0).closeNanos() + 1).isEqualTo(week.get(1).openNanos());
    assertThat(week).allMatch(s -> FX.sessionDate(s.openNanos()).equals(s.date()));
    assertThat(week).allMatch(s -> FX.sessionDate(s.closeNanos()).equals(s.date()));
  }

  @Test
  void aMarketThatNeverClosesHasDaysOfUtc() {
    Session day = DAILY.sessions(date("2013-11-25"), date("2013-11-25")).get(0);

    assertThat(day.openNanos()).isEqualTo(nanos("2013-11-25T00:00:00Z"));
    assertThat(day.closeNanos()).isEqualTo(nanos("2013-11-25T23:59:59.999999999Z"));
    assertThat(DAILY.sessionDate(nanos("1969-12-31T23:59:59Z"))).isEqualTo("1969-12-31");
  }

  @Test
  void aCalendarOfOnesOwnGivesEventsBetweenSessionsToTheNearerOne() {
    TableCalendar own =
        new TableCalendar(
            "OWN",
            List.of(
                new Session(date("2024-01-02"), 100, 199),
                new Session(date("2024-01-03"), 300, 399)));

    assertThat(own.sessionDate(0)).isEqualTo("2024-01-02");
    assertThat(own.sessionDate(249)).isEqualTo("2024-01-02"); // 50 after the close, 51 to the open
    assertThat(own.sessionDate(250)).isEqualTo("2024-01-03");
    assertThat(own.sessionDate(9_999)).isEqualTo("2024-01-03");
  }

  @Test
  void sessionsThatOverlapAreNoCalendar() {
    assertThatThrownBy(
            () ->
                CalendarBook.check(
                    "OWN",
                    List.of(
                        new Session(date("2024-01-02"), 100, 300),
                        new Session(date("2024-01-03"), 300, 399))))
        .hasMessageContaining("must follow each other");
  }

  @Test
  void anUnknownCalendarIsDaysOfUtcAndSaysSo() {
    CalendarBook book = CalendarBook.builtIn();

    assertThat(book.knows("XTKS")).isFalse();
    assertThat(book.calendar("XTKS").name()).isEqualTo("XTKS");
    assertThat(book.calendar("XTKS").sessionDate(nanos("2024-01-02T23:00:00Z")))
        .isEqualTo("2024-01-02");
  }

  private static List<LocalDate> dates(int year, String days) {
    return Stream.of(days.split(" ")).map(day -> date(year + "-" + day)).toList();
  }

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private static long nanos(String instant) {
    Instant time = Instant.parse(instant);
    return time.getEpochSecond() * 1_000_000_000L + time.getNano();
  }

  private static long hours(double hours) {
    return (long) (hours * 3_600_000_000_000L);
  }
}
