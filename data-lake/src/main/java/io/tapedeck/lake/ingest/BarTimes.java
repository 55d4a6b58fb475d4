package io.tapedeck.lake.ingest;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.market.Session;
import io.tapedeck.lake.calendar.DatedCalendar;
import io.tapedeck.lake.ingest.GenericMapping.BarRule;
import java.util.List;
import java.util.function.Function;

/**
 * Finds open and close of a bar from the one that its row gives.
 *
 * <p>A bar of a day is that of the session in which its stamp lies, or which its stamp ends: it
 * opens and closes with the session. A shorter one lasts its length; where its stamps say that it
 * ends with the first instant after a session, as those of a market that never closes do, it closes
 * with the session. Nothing else is moved: a bar that reaches past a close is known when it says.
 * Remembers the last symbol and session; not thread-safe.
 */
final class BarTimes {
  private static final BarLength DAY = BarLength.parse("1d");

  private final BarLength length;
  private final boolean stampsClose;
  private final Function<String, DatedCalendar> calendars;
  private String symbol;
  private DatedCalendar calendar;
  private DatedCalendar.DateSpan span = new DatedCalendar.DateSpan(null, 0, 0);
  private List<Session> sessions = List.of();

  /**
   * Times of bars by a mapping.
   *
   * @param calendars calendar of each symbol
   */
  BarTimes(BarRule bars, Function<String, DatedCalendar> calendars) {
    this.length = BarLength.parse(bars.length());
    this.stampsClose = bars.stampsClose();
    this.calendars = calendars;
  }

  /** Sets open and close from the row's time. */
  RowVerdict place(ParsedRow row) {
    long stamp = row.eventTimeNanos;
    aim(row.symbol, stampsClose ? stamp - 1 : stamp);
    if (length.equals(DAY)) {
      if (sessions.isEmpty()) {
        return RowVerdict.NO_SESSION;
      }
      row.openTimeNanos = sessions.get(0).openNanos();
      row.eventTimeNanos = sessions.get(0).closeNanos();
      return RowVerdict.KEPT;
    }
    row.openTimeNanos = stampsClose ? stamp - length.nanos() : stamp;
    long closeNanos = stampsClose ? stamp : stamp + length.nanos();
    boolean endsSession =
        !sessions.isEmpty()
            && sessions.get(0).openNanos() <= row.openTimeNanos
            && sessions.get(0).closeNanos() == closeNanos - 1;
    row.eventTimeNanos = endsSession ? closeNanos - 1 : closeNanos;
    boolean fits = row.openTimeNanos < closeNanos; // in 64 bits
    return fits ? RowVerdict.KEPT : RowVerdict.BAD_TIME;
  }

  @SuppressWarnings("ReferenceEquality") // texts come from a pool; the slow way is right as well
  private void aim(String symbol, long nanos) {
    if (symbol != this.symbol) {
      this.symbol = symbol;
      calendar = calendars.apply(symbol);
    } else if (span.contains(nanos)) {
      return;
    }
    span = calendar.dateSpan(nanos);
    sessions = calendar.sessions(span.date(), span.date());
  }
}
