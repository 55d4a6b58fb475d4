package io.tapedeck.jobs.quality;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A session that is not good enough.
 *
 * @param symbol instrument
 * @param date session date
 * @param value what was found, in the unit of {@code what}
 * @param limit what is allowed, in the same unit
 */
public record QualityFinding(String symbol, LocalDate date, Kind what, double value, double limit) {
  /** What is not good enough. */
  public enum Kind {
    /** No row on a session; value and limit are rows. */
    MISSING("rows", "at least"),
    /** Too few rows; value and limit are rows. */
    ROWS("rows", "at least"),
    /** Crossed quotes; shares of all quotes. */
    CROSSED("of the quotes are crossed", "at most"),
    /** One-sided quotes; shares of all quotes. */
    ONE_SIDED("of the quotes are one-sided", "at most"),
    /** Time without an event inside the session; seconds. */
    GAP("s without an event inside the session", "at most"),
    /** Events outside the session; shares of all events. */
    OUT_OF_SESSION("of the events are outside the session", "at most"),
    /** Damaged rows of the files; shares of their rows. */
    QUARANTINED("of the files' rows were quarantined", "at most");

    private final String words;
    private final String bound;

    Kind(String words, String bound) {
      this.words = words;
      this.bound = bound;
    }

    private boolean isShare() {
      return this == CROSSED || this == ONE_SIDED || this == OUT_OF_SESSION || this == QUARANTINED;
    }

    private String text(double value) {
      if (isShare()) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * value);
      }
      return String.format(Locale.ROOT, this == GAP ? "%.1f" : "%.0f", value);
    }
  }

  /** The finding in one line. */
  public String line() {
    return "%s on %s: %s %s, allowed is %s %s"
        .formatted(symbol, date, what.text(value), what.words, what.bound, what.text(limit));
  }
}
