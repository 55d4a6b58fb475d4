package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.identity.ScanTerms;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobSpec.Hours;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.ScanPlanner;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tapes of a lake, as it is when each is opened. */
public final class LakeTapes implements TapeLibrary {
  private final Lake lake;
  private final JobSpec job;
  private final InstrumentBook instruments;
  private final CalendarBook calendars;
  private final Set<LakeTable> tables;

  public LakeTapes(Lake lake, JobSpec job) {
    this.lake = lake;
    this.job = job;
    this.instruments = InstrumentBook.load(lake);
    this.calendars = CalendarBook.load(lake);
    this.tables = ScanTerms.tables(job);
  }

  @Override
  public List<String> symbols() {
    return job.universe();
  }

  @Override
  public Tape open(List<String> symbols) {
    DateRange dates = job.dates().isAll() ? TickDates.of(lake, tables, symbols) : job.dates();
    PinnedScan scan = ScanPlanner.plan(lake, ScanTerms.request(job, symbols, dates));
    List<Session> sessions = scan.sessions(symbols.get(0));
    List<Session> hours = job.hours() == Hours.REGULAR ? sessions : List.of();
    return new Tape(
        new LakeFeed(scan, lake.hadoopConfiguration(), hours),
        scan.rows(),
        sessions,
        calendars.calendar(calendarOf(symbols.get(0))).sessionsPerYear(),
        warnings(symbols),
        notes(scan, sessions));
  }

  private String calendarOf(String symbol) {
    return instruments.require(symbol).calendar();
  }

  private Set<RunWarning> warnings(List<String> symbols) {
    EnumSet<RunWarning> warnings = EnumSet.noneOf(RunWarning.class);
    for (String symbol : symbols) {
      if (instruments.find(symbol).map(InstrumentBook.Entry::isDefault).orElse(true)) {
        warnings.add(RunWarning.DEFAULT_INSTRUMENT);
      }
      if (!calendars.knows(calendarOf(symbol))) {
        warnings.add(RunWarning.UNKNOWN_CALENDAR);
      }
    }
    return warnings;
  }

  /** Sessions without a tick dilute every figure that is annualised. */
  private static List<String> notes(PinnedScan scan, List<Session> sessions) {
    Set<LocalDate> ticked = Set.copyOf(scan.dates());
    long empty = sessions.stream().filter(session -> !ticked.contains(session.date())).count();
    return empty == 0
        ? List.of()
        : List.of(
            empty
                + " of the "
                + sessions.size()
                + " sessions have no ticks in the lake; they count as sessions without a return");
  }
}
