package io.tapedeck.jobs.replay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.core.market.Session;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobSpec.Hours;
import io.tapedeck.jobs.job.JobSpec.TickKind;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.scan.LakeFeed;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.ScanPlanner;
import io.tapedeck.lake.scan.ScanRequest;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;

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
    this.tables = tables(job);
  }

  @Override
  public List<String> symbols() {
    return job.universe();
  }

  @Override
  public Tape open(List<String> symbols) {
    DateRange dates = job.dates().isAll() ? datesOf(symbols) : job.dates();
    PinnedScan scan =
        ScanPlanner.plan(lake, new ScanRequest(symbols, dates.first(), dates.last(), tables));
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

  /** The tables a job reads: those it names, else all kinds of ticks there are. */
  static Set<LakeTable> tables(JobSpec job) {
    if (job.tables().isEmpty()) {
      return EnumSet.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.SIGNALS);
    }
    EnumSet<LakeTable> tables = EnumSet.noneOf(LakeTable.class);
    for (TickKind kind : job.tables()) {
      if (kind == TickKind.BARS) {
        throw UsageException.of(
            "tables: bars of a lake are not replayed: name trades, quotes or signals");
      }
      tables.add(LakeTable.valueOf(kind.name()));
    }
    return tables;
  }

  private DateRange datesOf(List<String> symbols) {
    List<LocalDate> ends = new ArrayList<>();
    for (LakeTable table : List.of(LakeTable.TRADES, LakeTable.QUOTES)) {
      if (tables.contains(table) && LakeTables.exists(lake, table)) {
        Row row =
            lake.read(table)
                .where(col(Columns.SYMBOL).isin(symbols.toArray()))
                .agg(min(col(Columns.DATE)).cast("string"), max(col(Columns.DATE)).cast("string"))
                .first();
        if (!row.isNullAt(0)) {
          ends.add(LocalDate.parse(row.getString(0)));
          ends.add(LocalDate.parse(row.getString(1)));
        }
      }
    }
    if (ends.isEmpty()) {
      throw UsageException.of(
          "the lake "
              + lake.root()
              + " has no ticks of "
              + String.join(", ", symbols)
              + ": see what is there with: tapedeck tables");
    }
    ends.sort(null);
    return new DateRange(ends.get(0), ends.get(ends.size() - 1));
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
