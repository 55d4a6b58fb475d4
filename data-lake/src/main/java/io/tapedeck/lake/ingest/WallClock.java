package io.tapedeck.lake.ingest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Wall-clock time of a zone as nanoseconds since the epoch.
 *
 * <p>Where clocks go back, a time that happens twice means its first occurrence (the earlier
 * offset); where they go forward, a time that is skipped is {@link #GAP}. Not thread-safe: it
 * remembers the last day.
 */
final class WallClock {
  static final long GAP = Long.MIN_VALUE;
  static final long NANOS_PER_DAY = 86_400_000_000_000L;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final ZoneRules rules;
  private long day = Long.MIN_VALUE;
  private boolean steady;
  private long offsetNanos;

  WallClock(ZoneId zone) {
    rules = zone.getRules();
  }

  /**
   * The instant at which the clocks show this time.
   *
   * @param epochDay local date, in days since the epoch; years 1700 to 2250
   * @param nanoOfDay from 0 to a day, exclusive
   * @return nanoseconds since the epoch, UTC, or {@link #GAP}
   */
  long nanos(long epochDay, long nanoOfDay) {
    if (epochDay != day) {
      remember(epochDay);
    }
    long local = epochDay * NANOS_PER_DAY + nanoOfDay;
    if (steady) {
      return local - offsetNanos;
    }
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(local, NANOS_PER_SECOND),
            (int) Math.floorMod(local, NANOS_PER_SECOND),
            ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.getValidOffsets(time);
    return offsets.isEmpty() ? GAP : local - nanos(offsets.get(0));
  }

  private void remember(long epochDay) {
    day = epochDay;
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    List<ZoneOffset> atStart = rules.getValidOffsets(date.atStartOfDay());
    List<ZoneOffset> atEnd = rules.getValidOffsets(date.plusDays(1).atStartOfDay());
    steady = atStart.size() == 1 && atStart.equals(atEnd);
    if (steady) {
      offsetNanos = nanos(atStart.get(0));
    }
  }

  private static long nanos(ZoneOffset offset) {
    return offset.getTotalSeconds() * NANOS_PER_SECOND;
  }
}
