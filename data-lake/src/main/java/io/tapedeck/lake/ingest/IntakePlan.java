package io.tapedeck.lake.ingest;

import io.tapedeck.lake.calendar.DatedCalendar;
import java.io.Serializable;
import java.util.SortedMap;

/**
 * What the reading of any file of a request needs to know; travels to executors.
 *
 * @param units quanta of the instruments somebody has described
 * @param calendars calendars of the instruments the lake knows, by symbol
 * @param fallback the calendar of the others
 */
record IntakePlan(
    SourceFormat format,
    Units units,
    SortedMap<String, DatedCalendar> calendars,
    DatedCalendar fallback,
    ArchiveLimits limits)
    implements Serializable {
  DatedCalendar calendar(String symbol) {
    return calendars.getOrDefault(symbol, fallback);
  }
}
