package io.tapedeck.lake.ingest;

import io.tapedeck.lake.ingest.GenericMapping.TimeRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeUnit;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Reads times by a rule: counts since the epoch or midnight, ISO 8601, or a pattern. */
final class TimeReader {
  /** No time. */
  static final long INVALID = 0;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final TimeRule rule;
  private final WallClock clock; // null where every time names its zone
  private final DateTimeFormatter formatter; // null unless by pattern

  TimeReader(TimeRule rule) {
    this.rule = rule;
    clock = rule.zone() == null ? null : new WallClock(ZoneId.of(rule.zone()));
    formatter =
        rule.pattern() == null ? null : DateTimeFormatter.ofPattern(rule.pattern(), Locale.ENGLISH);
  }

  /**
   * The time in these bytes.
   *
   * @param epochDay the date, where times count from midnight
   * @return nanoseconds since the epoch, {@link #INVALID}, or {@link WallClock#GAP}
   */
  long nanos(byte[] bytes, int from, int to, long epochDay) {
    if (rule.unit().nanos() > 0) {
      return counted(bytes, from, to, epochDay);
    }
    return rule.unit() == TimeUnit.ISO
        ? iso(bytes, from, to, epochDay)
        : byPattern(new String(bytes, from, to - from, StandardCharsets.UTF_8), epochDay);
  }

  private long counted(byte[] bytes, int from, int to, long epochDay) {
    long nanos = units(bytes, from, to, rule.unit().nanos());
    if (!rule.sinceMidnight()) {
      return Math.max(nanos, INVALID);
    }
    boolean isOfDay = nanos >= 0 && nanos < WallClock.NANOS_PER_DAY;
    return isOfDay ? clock.nanos(epochDay, nanos) : INVALID;
  }

  /** A decimal count of units in nanoseconds; -1 if it is none, negative, too fine or too large. */
  static long units(byte[] bytes, int from, int to, long unitNanos) {
    int point = from;
    while (point < to && bytes[point] != '.') {
      point++;
    }
    long whole = Decimals.whole(bytes, from, point);
    if (whole < 0 || whole > Long.MAX_VALUE / unitNanos - 1) {
      return -1;
    }
    long fraction = fraction(bytes, point + 1, to, unitNanos);
    return fraction < 0 ? -1 : whole * unitNanos + fraction;
  }

  private static long fraction(byte[] bytes, int from, int to, long unitNanos) {
    long nanos = 0;
    long place = unitNanos;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9 || (digit > 0 && place % 10 != 0)) {
        return -1;
      }
      place /= 10;
      nanos += digit * place;
    }
    return nanos;
  }

  /** Like 2024-01-02T03:04:05.123456789Z, +01:00 or no zone; a space for the T; or a date alone. */
  private long iso(byte[] bytes, int from, int to, long epochDay) {
    int at = from;
    long day = epochDay;
    if (!rule.sinceMidnight()) {
      day = IsoText.date(bytes, from, to);
      if (day == IsoText.INVALID) {
        return INVALID;
      }
      if (to == from + IsoText.DATE_LENGTH) {
        return clock == null ? INVALID : clock.nanos(day, 0);
      }
      byte separator = bytes[from + IsoText.DATE_LENGTH];
      if (separator != 'T' && separator != ' ') {
        return INVALID;
      }
      at = from + IsoText.DATE_LENGTH + 1;
    }
    int end = IsoText.endOfTime(bytes, at, to);
    long nanoOfDay = IsoText.time(bytes, at, end);
    if (nanoOfDay == IsoText.INVALID) {
      return INVALID;
    }
    if (end == to) {
      return clock == null ? INVALID : clock.nanos(day, nanoOfDay);
    }
    long offset = IsoText.offsetSeconds(bytes, end, to);
    return offset == IsoText.INVALID
        ? INVALID
        : Math.max(INVALID, day * WallClock.NANOS_PER_DAY + nanoOfDay - offset * NANOS_PER_SECOND);
  }

  private long byPattern(String text, long epochDay) {
    TemporalAccessor parsed = parsed(text);
    if (parsed == null) {
      return INVALID;
    }
    try {
      if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Math.max(
            INVALID,
            Math.multiplyExact(parsed.getLong(ChronoField.INSTANT_SECONDS), NANOS_PER_SECOND)
                + parsed.get(ChronoField.NANO_OF_SECOND));
      }
      LocalTime time = parsed.query(TemporalQueries.localTime());
      LocalDate date =
          rule.sinceMidnight()
              ? LocalDate.ofEpochDay(epochDay)
              : parsed.query(TemporalQueries.localDate());
      if (date == null || !IsoText.isCountable(date.getYear())) {
        return INVALID;
      }
      return clock.nanos(date.toEpochDay(), time == null ? 0 : time.toNanoOfDay());
    } catch (DateTimeException | ArithmeticException e) {
      return INVALID;
    }
  }

  private TemporalAccessor parsed(String text) {
    ParsePosition position = new ParsePosition(0);
    try {
      TemporalAccessor parsed = formatter.parse(text, position);
      return position.getIndex() == text.length() ? parsed : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
