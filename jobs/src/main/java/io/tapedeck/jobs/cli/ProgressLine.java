package io.tapedeck.jobs.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line that is written over: share done, rows a second, time left. Thread-safe; redrawn a few
 * times a second at most.
 */
public final class ProgressLine implements AutoCloseable {
  private static final long REDRAW_NANOS = 200_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final String work;
  private final LongSupplier clock;
  private final long startNanos;
  private long drawnNanos;
  private boolean isDrawn;

  private ProgressLine(PrintStream err, String work, LongSupplier clock) {
    this.err = err;
    this.work = work;
    this.clock = clock;
    this.startNanos = clock.getAsLong();
    this.drawnNanos = startNanos - REDRAW_NANOS;
  }

  static ProgressLine on(PrintStream err, String work) {
    return on(err, work, System::nanoTime);
  }

  static ProgressLine on(PrintStream err, String work, LongSupplier clock) {
    return new ProgressLine(err, work, clock);
  }

  static ProgressLine silent() {
    return new ProgressLine(null, "", () -> 0L);
  }

  /**
   * Tells how far the work is.
   *
   * @param share done, from 0 to 1; NaN if unknown
   * @param rows rows (ticks) done so far
   */
  public synchronized void update(double share, long rows) {
    if (err == null) {
      return;
    }
    long now = clock.getAsLong();
    if (now - drawnNanos < REDRAW_NANOS) {
      return;
    }
    drawnNanos = now;
    isDrawn = true;
    err.print(CLEAR + line(work, share, rows, (now - startNanos) / NANOS_PER_SECOND));
    err.flush();
  }

  /** Takes the line away, so that what follows stands alone. */
  @Override
  public synchronized void close() {
    if (isDrawn) {
      err.print(CLEAR);
      err.flush();
      isDrawn = false;
    }
  }

  static String line(String work, double share, long rows, double seconds) {
    StringBuilder line = new StringBuilder(work);
    if (!Double.isNaN(share)) {
      line.append(String.format(Locale.ROOT, "  %3.0f %%", 100 * share));
    }
    if (rows > 0 && seconds > 0) {
      line.append("  ").append(count(rows)).append(" rows  ");
      line.append(count(Math.round(rows / seconds))).append(" rows/s");
    }
    if (share > 0 && share < 1) {
      line.append("  ").append(clockTime(seconds * (1 - share) / share)).append(" left");
    }
    return line.toString();
  }

  private static String count(long number) {
    if (number >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f M", number / 1e6);
    }
    return number >= 10_000
        ? String.format(Locale.ROOT, "%.0f k", number / 1e3)
        : Long.toString(number);
  }

  private static String clockTime(double seconds) {
    long whole = (long) Math.ceil(seconds);
    return whole >= 3_600
        ? String.format(Locale.ROOT, "%d h %02d min", whole / 3_600, whole % 3_600 / 60)
        : whole >= 60
            ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
            : whole + " s";
  }
}
