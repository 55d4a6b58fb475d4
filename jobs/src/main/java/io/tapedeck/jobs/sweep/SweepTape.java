package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.identity.Assumptions;
import io.tapedeck.jobs.identity.ParameterReader;
import io.tapedeck.jobs.identity.ScanTerms;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.replay.TickDates;
import io.tapedeck.jobs.sweep.SweepSpec.LabelledRange;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.scan.LakeVersions;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.ScanPlanner;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Pins the tape of a sweep and collects what its runs need to know of it. */
final class SweepTape {
  private final Lake lake; // as it was at one version of each table
  private final SweepSpec spec;

  private SweepTape(Lake lake, SweepSpec spec) {
    this.lake = lake;
    this.spec = spec;
  }

  /** The tape in a lake as it is now, or as it was if the lake is read so. */
  static SweepTape of(Lake lake, SweepSpec spec) {
    if (lake.versions().isPresent()) {
      LakeVersions.requireReadable(lake);
      return new SweepTape(lake, spec);
    }
    return new SweepTape(lake.asOf(LakeVersions.latest(lake, ScanTerms.tables(spec.job()))), spec);
  }

  /**
   * The context of a sweep over this tape.
   *
   * @throws UsageException if a window has no session
   */
  SweepContext pin() {
    JobSpec job = spec.job();
    DateRange bounds = bounds(job.universe());
    List<Window> windows = spec.ranges().stream().map(range -> window(range, bounds)).toList();
    LocalDate first = windows.stream().map(Window::first).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = windows.stream().map(Window::last).max(LocalDate::compareTo).orElseThrow();
    PinnedScan scan =
        ScanPlanner.plan(lake, ScanTerms.request(job, job.universe(), new DateRange(first, last)));
    CalendarBook calendars = CalendarBook.load(lake);
    ParameterReader parameters = ParameterReader.of(job.named(), SweepContext::provider);
    SweepContext context =
        new SweepContext(
            job.named(),
            parameters.classDigest(),
            Assumptions.of(job),
            spec.grid(),
            accounts(job),
            windows,
            scan,
            terms(scan, calendars),
            gaps(scan, calendars));
    context
        .accounts()
        .forEach(account -> windows.forEach(w -> requireSessions(context, account, w)));
    return context;
  }

  private static List<List<String>> accounts(JobSpec job) {
    return job.account() == JobSpec.Account.SHARED
        ? List.of(job.universe().stream().sorted().toList())
        : job.universe().stream().map(List::of).toList();
  }

  /** The dates the lake has ticks of these symbols for; all dates if every range is bounded. */
  private DateRange bounds(List<String> symbols) {
    boolean isBounded =
        spec.ranges().stream()
            .map(LabelledRange::dates)
            .noneMatch(
                dates ->
                    dates.first().equals(DateRange.ALL.first())
                        || dates.last().equals(DateRange.ALL.last()));
    if (isBounded) {
      return DateRange.ALL;
    }
    if (spec.job().tapeBars().isPresent()) {
      return TickDates.of(lake, ScanTerms.tables(spec.job()), symbols);
    }
    Row row =
        LakeTables.readOrEmpty(lake, LakeTable.PARTITION_DIGESTS)
            .where(
                col(Columns.SYMBOL)
                    .isInCollection(symbols)
                    .and(
                        col(Columns.TABLE)
                            .isin(LakeTable.TRADES.folder(), LakeTable.QUOTES.folder())))
            .agg(min(Columns.DATE), max(Columns.DATE))
            .first();
    if (row.isNullAt(0)) {
      throw UsageException.of(
          "the lake has no ticks of "
              + String.join(", ", symbols)
              + ": see what is there with tapedeck tables");
    }
    return new DateRange(row.<Date>getAs(0).toLocalDate(), row.<Date>getAs(1).toLocalDate());
  }

  private static Window window(LabelledRange range, DateRange bounds) {
    LocalDate first = range.dates().first();
    LocalDate last = range.dates().last();
    return new Window(
        range.label(),
        first.equals(DateRange.ALL.first()) ? bounds.first() : first,
        last.equals(DateRange.ALL.last()) ? bounds.last() : last);
  }

  private static Map<String, Integer> terms(PinnedScan scan, CalendarBook calendars) {
    Map<String, Integer> terms = new TreeMap<>();
    for (Universe.Listing listing : scan.universe().listings()) {
      String name = listing.instrument().calendar();
      terms.put(name, calendars.calendar(name).sessionsPerYear());
    }
    return terms;
  }

  private Map<String, Set<RunWarning>> gaps(PinnedScan scan, CalendarBook calendars) {
    InstrumentBook instruments = InstrumentBook.load(lake);
    Map<String, Set<RunWarning>> gaps = new TreeMap<>();
    for (Universe.Listing listing : scan.universe().listings()) {
      EnumSet<RunWarning> found = EnumSet.noneOf(RunWarning.class);
      String symbol = listing.instrument().symbol();
      if (instruments.find(symbol).map(InstrumentBook.Entry::isDefault).orElse(true)) {
        found.add(RunWarning.DEFAULT_INSTRUMENT);
      }
      if (!calendars.knows(listing.instrument().calendar())) {
        found.add(RunWarning.UNKNOWN_CALENDAR);
      }
      gaps.put(symbol, found);
    }
    return gaps;
  }

  private static void requireSessions(SweepContext context, List<String> account, Window window) {
    int sessions = context.sessions(context.tape(account, window)).size();
    if (sessions == 0) {
      throw UsageException.of(
          window.label()
              + " ("
              + window.first()
              + " to "
              + window.last()
              + ") has no session of "
              + String.join(", ", account)
              + ": give other dates");
    }
    context.assumptions().terms().requireMoreThanWarmUp(sessions);
  }
}
