package io.tapedeck.lake.ingest;

import java.time.LocalDate;
import java.time.YearMonth;

/** The parts of ISO 8601 text, read from bytes without allocation. */
final class IsoText {
  static final long INVALID = Long.MIN_VALUE;
  static final int DATE_LENGTH = 10;

  private static final int FIRST_YEAR = 1700;
  private static final int LAST_YEAR = 2250;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private IsoText() {}

  /** Whether nanoseconds since the epoch reach this year. */
  static boolean isCountable(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** Days since the epoch of the YYYY-MM-DD at the front of these bytes. */
  static long date(byte[] bytes, int from, int to) {
    if (to - from < DATE_LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
      return INVALID;
    }
    int year = digits(bytes, from, 4);
    int month = digits(bytes, from + 5, 2);
    int day = digits(bytes, from + 8, 2);
    boolean isDate =
        isCountable(year)
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return isDate ? LocalDate.of(year, month, day).toEpochDay() : INVALID;
  }

  /** Index after the last digit, point or colon of a time. */
  static int endOfTime(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && ((bytes[end] >= '0' && bytes[end] <= ':') || bytes[end] == '.')) {
      end++;
    }
    return end;
  }

  /** Nanosecond of the day of HH:MM, HH:MM:SS or HH:MM:SS.fraction. */
  static long time(byte[] bytes, int from, int to) {
    int length = to - from;
    boolean isTime =
        length >= 5
            && bytes[from + 2] == ':'
            && (length == 5 || (length >= 8 && bytes[from + 5] == ':'));
    if (!isTime) {
      return INVALID;
    }
    int hour = digits(bytes, from, 2);
    int minute = digits(bytes, from + 3, 2);
    long second = length == 5 ? 0 : TimeReader.units(bytes, from + 6, to, NANOS_PER_SECOND);
    boolean isValid =
        hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second < 60 * NANOS_PER_SECOND;
    return isValid ? (hour * 60L + minute) * 60 * NANOS_PER_SECOND + second : INVALID;
  }

  /** Seconds east of Greenwich of Z, +HH, +HHMM or +HH:MM. */
  static long offsetSeconds(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 1 && bytes[from] == 'Z') {
      return 0;
    }
    boolean isOffset =
        (length == 3 || length == 5 || (length == 6 && bytes[from + 3] == ':'))
            && (bytes[from] == '+' || bytes[from] == '-');
    if (!isOffset) {
      return INVALID;
    }
    int hours = digits(bytes, from + 1, 2);
    int minutes = length == 3 ? 0 : digits(bytes, to - 2, 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return INVALID;
    }
    long seconds = hours * 3_600L + minutes * 60L;
    return bytes[from] == '-' ? -seconds : seconds;
  }

  private static int digits(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
