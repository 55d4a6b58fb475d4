package io.tapedeck.lake.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * On which days the New York Stock Exchange is closed, or closes at 13:00.
 *
 * <p>Rules and exceptional closings from 2000 on, as published by the exchange: "Holidays and
 * Trading Hours" (nyse.com/markets/hours-calendars) and its yearly notices, and the historical list
 * of special closings "NYSE Special Closings since 1885". NYSE Rule 7.2: a holiday on a Saturday is
 * observed on the Friday before, unless that ends a month or a year of accounts (New Year's Day),
 * one on a Sunday on the Monday after.
 */
final class XnysHolidays {
  private static final int JUNETEENTH_SINCE = 2022;
  private static final int WEDNESDAY_HALF_DAY_SINCE = 2013;

  /** Days of mourning, storms and attacks. */
  private static final Set<LocalDate> SPECIAL_CLOSINGS =
      Set.of(
          LocalDate.of(2001, 9, 11),
          LocalDate.of(2001, 9, 12),
          LocalDate.of(2001, 9, 13),
          LocalDate.of(2001, 9, 14),
          LocalDate.of(2004, 6, 11), // President Reagan
          LocalDate.of(2007, 1, 2), // President Ford
          LocalDate.of(2012, 10, 29), // hurricane Sandy
          LocalDate.of(2012, 10, 30),
          LocalDate.of(2018, 12, 5), // President G. H. W. Bush
          LocalDate.of(2025, 1, 9)); // President Carter

  /** Early closes that no rule covers. */
  private static final Set<LocalDate> SPECIAL_HALF_DAYS = Set.of(LocalDate.of(2003, 12, 26));

  private XnysHolidays() {}

  static boolean isOpen(LocalDate date) {
    return !isWeekend(date) && !isHoliday(date) && !SPECIAL_CLOSINGS.contains(date);
  }

  /** Whether an open day closes at 13:00. */
  static boolean isHalfDay(LocalDate date) {
    return isDayAfterThanksgiving(date)
        || isChristmasEve(date)
        || isBeforeIndependenceDay(date)
        || isAfterIndependenceDay(date)
        || SPECIAL_HALF_DAYS.contains(date);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == SATURDAY || date.getDayOfWeek() == SUNDAY;
  }

  private static boolean isHoliday(LocalDate date) {
    int year = date.getYear();
    return date.equals(newYearsDay(year))
        || date.equals(nth(year, Month.JANUARY, 3, MONDAY)) // Martin Luther King, Jr. Day
        || date.equals(nth(year, Month.FEBRUARY, 3, MONDAY)) // Washington's Birthday
        || date.equals(easter(year).minusDays(2)) // Good Friday
        || date.equals(LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY))) // Memorial Day
        || (year >= JUNETEENTH_SINCE && date.equals(observed(LocalDate.of(year, 6, 19))))
        || date.equals(observed(LocalDate.of(year, 7, 4)))
        || date.equals(nth(year, Month.SEPTEMBER, 1, MONDAY)) // Labor Day
        || date.equals(thanksgiving(year))
        || date.equals(observed(LocalDate.of(year, 12, 25)));
  }

  /** Not observed on the Friday when it is a Saturday; null then. */
  private static LocalDate newYearsDay(int year) {
    LocalDate day = LocalDate.of(year, 1, 1);
    return day.getDayOfWeek() == SATURDAY ? null : observed(day);
  }

  private static LocalDate observed(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.minusDays(1);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  private static LocalDate thanksgiving(int year) {
    return nth(year, Month.NOVEMBER, 4, THURSDAY);
  }

  private static boolean isDayAfterThanksgiving(LocalDate date) {
    return date.equals(thanksgiving(date.getYear()).plusDays(1));
  }

  private static boolean isChristmasEve(LocalDate date) {
    return date.getMonth() == Month.DECEMBER
        && date.getDayOfMonth() == 24
        && date.getDayOfWeek() != FRIDAY;
  }

  /** 3 July, on the eve of a holiday in the week; on a Wednesday only since 2013. */
  private static boolean isBeforeIndependenceDay(LocalDate date) {
    return date.getMonth() == Month.JULY
        && date.getDayOfMonth() == 3
        && date.getDayOfWeek() != FRIDAY
        && (date.getDayOfWeek() != WEDNESDAY || date.getYear() >= WEDNESDAY_HALF_DAY_SINCE);
  }

  /** Before 2013 a holiday on a Thursday was followed by a short Friday. */
  private static boolean isAfterIndependenceDay(LocalDate date) {
    return date.getMonth() == Month.JULY
        && date.getDayOfMonth() == 5
        && date.getDayOfWeek() == FRIDAY
        && date.getYear() < WEDNESDAY_HALF_DAY_SINCE;
  }

  private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek day) {
    return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, day));
  }

  /**
   * Easter Sunday of the Gregorian calendar.
   *
   * <p>Source: the anonymous algorithm in J. Meeus, "Astronomical Algorithms", chapter 8.
   */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int g = (b - (b + 8) / 25 + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
