package io.tapedeck.jobs.quality;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What a lake has of an instrument and a session date.
 *
 * @param symbol instrument
 * @param date session date
 * @param isSession whether its calendar has a session on that date
 * @param rows trades and quotes in the lake, reports included, which are on no tape
 * @param counts what is odd about its tape
 * @param filesRead source rows of the files it came from
 * @param filesQuarantined of those, damaged rows; rows that their vendor distrusts do not count
 */
public record SessionQuality(
    String symbol,
    LocalDate date,
    boolean isSession,
    long rows,
    TapeQuality.Counts counts,
    long filesRead,
    long filesQuarantined)
    implements Serializable {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Crossed quotes of all quotes, from 0 to 1. */
  public double crossedShare() {
    return share(counts.crossedQuotes(), counts.quotes());
  }

  /** One-sided quotes of all quotes, from 0 to 1. */
  public double oneSidedShare() {
    return share(counts.oneSidedQuotes(), counts.quotes());
  }

  /** Events outside the session of all events, from 0 to 1. */
  public double outOfSessionShare() {
    return share(counts.outOfSession(), counts.trades() + counts.quotes());
  }

  /** Damaged rows of all rows of the source files, from 0 to 1. */
  public double quarantinedShare() {
    return share(filesQuarantined, filesRead);
  }

  /** Longest time without an event inside the session, seconds. */
  public double longestGapSeconds() {
    return counts.longestGapNanos() / NANOS_PER_SECOND;
  }

  SessionQuality withFiles(long read, long quarantined) {
    return new SessionQuality(symbol, date, isSession, rows, counts, read, quarantined);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
