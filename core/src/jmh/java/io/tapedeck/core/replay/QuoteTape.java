package io.tapedeck.core.replay;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Quotes of one share over four sessions: a walk by a tick at most, always the same. */
final class QuoteTape {
  static final int EVENTS = 131_072;
  static final String SYMBOL = "XYZ";

  static final int SESSIONS = 4;
  static final long SEED = 20_260_105;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final long STEP_NANOS = 700_000_000L;
  private static final long START_TICKS = 10_000;
  private static final long LEAST_TICKS = 5_000;

  private QuoteTape() {}

  static Universe universe() {
    return new Universe(List.of(new Universe.Listing(share(), true, false)));
  }

  static Instrument share() {
    return new Instrument(
        SYMBOL,
        AssetClass.EQUITY,
        Currency.USD,
        10_000_000, // a tick is a cent
        1_000_000_000, // a lot is a share
        1,
        1,
        1,
        "XNYS");
  }

  /** Monday to Thursday, 14:30 to 21:00 UTC. */
  static List<Session> sessions() {
    List<Session> sessions = new ArrayList<>();
    for (int day = 0; day < SESSIONS; day++) {
      LocalDate date = MONDAY.plusDays(day);
      sessions.add(new Session(date, openNanos(day), nanos(date, LocalTime.of(21, 0))));
    }
    return sessions;
  }

  static long openNanos(int day) {
    return nanos(MONDAY.plusDays(day), LocalTime.of(14, 30));
  }

  private static long nanos(LocalDate date, LocalTime time) {
    return date.toEpochSecond(time, ZoneOffset.UTC) * NANOS_PER_SECOND;
  }

  /** Sizes are larger than what is traded, so that nothing is filled in part. */
  static QuoteColumns quotes() {
    SplittableRandom luck = new SplittableRandom(SEED);
    QuoteColumns quotes = new QuoteColumns(EVENTS);
    int perSession = EVENTS / SESSIONS;
    long bid = START_TICKS;
    for (int i = 0; i < EVENTS; i++) {
      bid = Math.max(LEAST_TICKS, bid + luck.nextInt(3) - 1);
      long ask = bid + 1 + luck.nextInt(3);
      long nanos = openNanos(i / perSession) + (i % perSession + 1) * STEP_NANOS;
      long jitter = luck.nextLong(STEP_NANOS);
      long bidLots = 100L + luck.nextInt(300);
      long askLots = 100L + luck.nextInt(300);
      quotes.add(0, 0, i, nanos + jitter, Missing.VALUE, bid, bidLots, ask, askLots);
    }
    return quotes;
  }

  /** The rows cut into batches of this many events. */
  static List<TapeBatch> batches(EventColumns rows, int events) {
    List<TapeBatch> batches = new ArrayList<>();
    for (int first = 0; first < rows.size(); first += events) {
      TapeBatch batch = new TapeBatch(events);
      batch.append(rows, first, Math.min(events, rows.size() - first));
      batches.add(batch);
    }
    return batches;
  }
}
