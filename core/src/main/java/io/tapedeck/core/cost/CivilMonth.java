package io.tapedeck.core.cost;

/**
 * Months of the proleptic Gregorian calendar, by days since 1970-01-01, without allocation.
 *
 * <p>Source: H. Hinnant, "chrono-compatible low-level date algorithms", civil_from_days,
 * https://howardhinnant.github.io/date_algorithms.html.
 */
final class CivilMonth {
  private static final long DAYS_FROM_0000_03_01 = 719_468;
  private static final long DAYS_OF_ERA = 146_097;
  private static final long LONGEST_MONTH = 31;

  private CivilMonth() {}

  /** The first day of the month of this day. */
  static long firstDay(long day) {
    return day - dayOfMonth(day) + 1;
  }

  /** The first day of the month after that of this day. */
  static long nextFirstDay(long day) {
    return firstDay(firstDay(day) + LONGEST_MONTH); // no month is so short that this skips it
  }

  /** From 1 to 31. Years of the computation start in March, so that a leap day ends one. */
  private static long dayOfMonth(long day) {
    long dayOfEra = Math.floorMod(day + DAYS_FROM_0000_03_01, DAYS_OF_ERA);
    long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    long month = (5 * dayOfYear + 2) / 153;
    return dayOfYear - (153 * month + 2) / 5 + 1;
  }
}
