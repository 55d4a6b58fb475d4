package io.tapedeck.lake.ingest;

import io.tapedeck.lake.ingest.GenericMapping.BarRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeRule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * Finds open and close of a bar from the one that its row gives.
 *
 * @param dayCount length in days of the zone, whatever clocks do meanwhile; 0 for shorter bars
 */
record BarTimes(long nanos, int dayCount, boolean stampsClose, ZoneId zone) {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  static BarTimes of(BarRule bars, TimeRule time) {
    String length = bars.length();
    long count = Long.parseLong(length.substring(0, length.length() - 1));
    long seconds =
        switch (length.charAt(length.length() - 1)) {
          case 's' -> 1;
          case 'm' -> 60;
          case 'h' -> 3_600;
          default -> 0;
        };
    return new BarTimes(
        count * seconds * NANOS_PER_SECOND,
        seconds == 0 ? (int) count : 0,
        bars.stampsClose(),
        time.zone() == null ? ZoneOffset.UTC : ZoneId.of(time.zone()));
  }

  /** Sets open and close from the row's time; false if one of them is out of range. */
  boolean place(ParsedRow row) {
    long stamp = row.eventTimeNanos;
    long other = stampsClose ? moved(stamp, -1) : moved(stamp, 1);
    row.openTimeNanos = stampsClose ? other : stamp;
    row.eventTimeNanos = stampsClose ? stamp : other;
    return row.openTimeNanos < row.eventTimeNanos;
  }

  private long moved(long stamp, int sign) {
    if (dayCount == 0) {
      return stamp + sign * nanos;
    }
    ZonedDateTime time =
        Instant.ofEpochSecond(
                Math.floorDiv(stamp, NANOS_PER_SECOND), Math.floorMod(stamp, NANOS_PER_SECOND))
            .atZone(zone)
            .plusDays((long) sign * dayCount);
    return time.toEpochSecond() * NANOS_PER_SECOND + time.getNano();
  }
}
