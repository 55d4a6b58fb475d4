package io.tapedeck.lake.calendar;

import io.tapedeck.core.market.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A calendar known by rule whose sessions, over the span of a table, are those of the table. */
record AmendedCalendar(DatedCalendar rule, TableCalendar table, LocalDate first, LocalDate last)
    implements DatedCalendar {
  @Override
  public String name() {
    return rule.name();
  }

  @Override
  public List<Session> sessions(LocalDate from, LocalDate to) {
    List<Session> sessions = new ArrayList<>();
    if (from.isBefore(first)) {
      sessions.addAll(rule.sessions(from, to.isBefore(first) ? to : first.minusDays(1)));
    }
    sessions.addAll(table.sessions(from, to));
    if (to.isAfter(last)) {
      sessions.addAll(rule.sessions(from.isAfter(last) ? from : last.plusDays(1), to));
    }
    return sessions;
  }

  @Override
  public DateSpan dateSpan(long nanos) {
    return rule.dateSpan(nanos);
  }

  @Override
  public int sessionsPerYear() {
    return rule.sessionsPerYear();
  }
}
