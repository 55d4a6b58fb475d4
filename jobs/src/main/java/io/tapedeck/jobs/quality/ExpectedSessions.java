package io.tapedeck.jobs.quality;

import io.tapedeck.core.market.Session;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.table.InstrumentBook;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The dates on which instruments of a lake should have traded. */
record ExpectedSessions(InstrumentBook instruments, CalendarBook calendars) {
  /**
   * The sessions of an instrument; of one that the lake does not know, the dates on which any of
   * its instruments has one.
   */
  SortedSet<LocalDate> of(String symbol, DateRange dates) {
    TreeSet<LocalDate> sessions = new TreeSet<>();
    for (String calendar : calendarsOf(symbol)) {
      calendars.calendar(calendar).sessions(dates.first(), dates.last()).stream()
          .map(Session::date)
          .forEach(sessions::add);
    }
    return sessions;
  }

  private List<String> calendarsOf(String symbol) {
    return instruments
        .find(symbol)
        .map(entry -> List.of(entry.instrument().calendar()))
        .orElseGet(
            () ->
                instruments.entries().stream()
                    .map(entry -> entry.instrument().calendar())
                    .distinct()
                    .toList());
  }
}
