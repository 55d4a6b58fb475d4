package io.tapedeck.lake.ingest;

import java.time.LocalDate;
import java.time.ZoneId;

/** Milliseconds since midnight of one date, possibly with a fraction, as instants. */
final class LeanClock {
  private static final long MILLIS_PER_DAY_E9 = 86_400_000L * 1_000_000_000L;
  private static final long E9_PER_NANO = 1_000; // 1e-9 of a millisecond in a nanosecond

  private final WallClock clock;
  private final long epochDay;

  LeanClock(ZoneId zone, LocalDate date) {
    clock = new WallClock(zone);
    epochDay = date.toEpochDay();
  }

  /** Nanoseconds since the epoch; 0 for what is no time of this date, or {@link WallClock#GAP}. */
  long nanos(byte[] bytes, int from, int to) {
    long millisE9 = Decimals.e9(bytes, from, to, 0);
    if (millisE9 < 0 || millisE9 >= MILLIS_PER_DAY_E9 || millisE9 % E9_PER_NANO != 0) {
      return 0;
    }
    return clock.nanos(epochDay, millisE9 / E9_PER_NANO);
  }
}
