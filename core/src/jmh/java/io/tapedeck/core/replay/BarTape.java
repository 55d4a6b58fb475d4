package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Bars of a minute of one share and no ticks, at all hours of 46 days, always the same. */
final class BarTape {
  static final int BARS = 65_536;

  private static final int DAYS = 46;
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MINUTE_NANOS = 60 * NANOS_PER_SECOND;
  private static final long LEAST_TICKS = 5_000;

  private final BarColumns opens = new BarColumns(EventKind.BAR_OPEN, BARS);
  private final BarColumns closes = new BarColumns(BARS);

  BarTape() {
    SplittableRandom luck = new SplittableRandom(QuoteTape.SEED);
    long close = 10_000;
    for (int i = 0; i < BARS; i++) {
      long open = Math.max(LEAST_TICKS, close + luck.nextInt(5) - 2);
      close = Math.max(LEAST_TICKS, open + luck.nextInt(21) - 10);
      long high = Math.max(open, close) + luck.nextInt(8);
      long low = Math.min(open, close) - luck.nextInt(8);
      add(opens, i, open, high, low, close);
      add(closes, i, open, high, low, close);
    }
  }

  private static void add(BarColumns columns, int bar, long open, long high, long low, long close) {
    long openNanos = startNanos(0) + bar * MINUTE_NANOS;
    long closeNanos = openNanos + MINUTE_NANOS - 1;
    columns.add(
        0,
        0,
        bar,
        openNanos,
        closeNanos,
        Missing.VALUE,
        BarPrice.LAST,
        open,
        high,
        low,
        close,
        Missing.VALUE);
  }

  private static long startNanos(int day) {
    return MONDAY.plusDays(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC) * NANOS_PER_SECOND;
  }

  static Universe universe() {
    return new Universe(
        List.of(new Universe.Listing(QuoteTape.share(), false, false, true, false, "")));
  }

  /** Every day from midnight to midnight, UTC. */
  static List<Session> sessions() {
    List<Session> sessions = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      sessions.add(new Session(MONDAY.plusDays(day), startNanos(day), startNanos(day + 1) - 1));
    }
    return sessions;
  }

  BarColumns bars() {
    return closes;
  }

  /** The events, two for each bar, cut into batches of this many. */
  List<TapeBatch> batches(int events) {
    List<TapeBatch> batches = new ArrayList<>();
    for (int event = 0; event < 2 * BARS; event++) {
      if (event % events == 0) {
        batches.add(new TapeBatch(events));
      }
      BarColumns rows = event % 2 == 0 ? opens : closes;
      batches.get(batches.size() - 1).append(rows.kind(), rows, event / 2);
    }
    return batches;
  }
}
