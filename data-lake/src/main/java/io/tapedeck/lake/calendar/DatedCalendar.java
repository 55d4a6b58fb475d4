package io.tapedeck.lake.calendar;

import io.tapedeck.core.market.TradingCalendar;
import java.io.Serializable;
import java.time.LocalDate;

/** A calendar that says how long a session date lasts, so that callers need not ask per event. */
public interface DatedCalendar extends TradingCalendar, Serializable {
  /**
   * A stretch of time of one session date.
   *
   * @param date session date
   * @param fromNanos first nanosecond, since the epoch, UTC
   * @param untilNanos first nanosecond after it
   */
  record DateSpan(LocalDate date, long fromNanos, long untilNanos) {
    public boolean contains(long nanos) {
      return nanos >= fromNanos && nanos < untilNanos;
    }
  }

  /** The stretch around this nanosecond. */
  DateSpan dateSpan(long nanos);

  @Override
  default LocalDate sessionDate(long nanos) {
    return dateSpan(nanos).date();
  }
}
