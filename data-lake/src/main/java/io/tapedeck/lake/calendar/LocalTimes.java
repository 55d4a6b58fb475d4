package io.tapedeck.lake.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Wall-clock times of exchanges as nanoseconds since the epoch. */
final class LocalTimes {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private LocalTimes() {}

  static long nanos(LocalDate date, LocalTime time, ZoneId zone) {
    Instant instant = date.atTime(time).atZone(zone).toInstant();
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
  }

  static ZonedDateTime local(long nanos, ZoneId zone) {
    return Instant.ofEpochSecond(
            Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND))
        .atZone(zone);
  }
}
