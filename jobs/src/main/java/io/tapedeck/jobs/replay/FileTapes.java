package io.tapedeck.jobs.replay;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradingCalendar;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.replay.Replay;
import io.tapedeck.core.replay.RunWarning;
import io.tapedeck.jobs.job.DataSource.InFiles;
import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.JobSpec;
import io.tapedeck.jobs.job.JobSpec.Hours;
import io.tapedeck.jobs.job.JobSpec.TickKind;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.ingest.IngestOptions;
import io.tapedeck.lake.ingest.RefusedFileException;
import io.tapedeck.lake.ingest.SourceFormat;
import io.tapedeck.lake.ingest.SourceTape;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tapes straight from files, read once and kept in memory; neither a lake nor Spark is needed. */
public final class FileTapes implements TapeLibrary {
  private final SourceTape tape;
  private final JobSpec job;
  private final CalendarBook calendars = CalendarBook.builtIn();

  private FileTapes(SourceTape tape, JobSpec job) {
    this.tape = tape;
    this.job = job;
  }

  /**
   * Reads the files of a job.
   *
   * @throws RefusedFileException if one of them is refused
   * @throws UsageException if they are not there or hold nothing that the job asks for
   */
  public static FileTapes open(JobSpec job, InFiles files) throws RefusedFileException {
    List<Path> paths = new ArrayList<>();
    files.files().forEach(text -> paths.addAll(FileGlob.paths(text)));
    SourceFormat format =
        files.mapping().isEmpty()
            ? SourceFormats.profile(files.profile(), files.symbol())
            : SourceFormats.mapping(Path.of(files.mapping()));
    boolean takesAll = job.dates().isAll();
    SourceTape tape =
        SourceTape.open(
            new SourceTape.Request(
                paths,
                format,
                IngestOptions.DEFAULT.maxQuarantined(),
                Map.of(),
                CalendarBook.builtIn(),
                takesAll ? null : job.dates().first(),
                takesAll ? null : job.dates().last()));
    return new FileTapes(tape, job);
  }

  @Override
  public List<String> symbols() {
    List<String> there = symbols(tape.universe());
    for (String symbol : job.universe()) {
      if (!there.contains(symbol)) {
        throw UsageException.of(
            "the files have no ticks of " + symbol + "; they have " + String.join(", ", there));
      }
    }
    return job.universe().isEmpty() ? there : job.universe();
  }

  @Override
  public Tape open(List<String> symbols) {
    Universe universe = SelectedFeed.select(tape.universe(), symbols, this::keeps);
    Instrument first = universe.instrument(0);
    TradingCalendar calendar = tape.calendar(first);
    List<Session> sessions = calendar.sessions(dates().first(), dates().last());
    List<Session> hours = job.hours() == Hours.REGULAR ? sessions : List.of();
    return new Tape(
        new SelectedFeed(tape.feed(hours), universe, Replay.BATCH_EVENTS),
        tape.rows(),
        sessions,
        calendar.sessionsPerYear(),
        warnings(universe),
        tape.warnings());
  }

  private DateRange dates() {
    LocalDate first = job.dates().isAll() ? tape.first() : job.dates().first();
    LocalDate last = job.dates().isAll() ? tape.last() : job.dates().last();
    return new DateRange(first, last);
  }

  private boolean keeps(TickKind kind) {
    return job.tables().isEmpty() || job.tables().contains(kind);
  }

  /** Nobody has described the instruments of files: their units are always a guess. */
  private Set<RunWarning> warnings(Universe universe) {
    EnumSet<RunWarning> warnings = EnumSet.of(RunWarning.DEFAULT_INSTRUMENT);
    if (!calendars.knows(universe.instrument(0).calendar())) {
      warnings.add(RunWarning.UNKNOWN_CALENDAR);
    }
    return warnings;
  }

  private static List<String> symbols(Universe universe) {
    return IntStream.range(0, universe.size())
        .mapToObj(i -> universe.instrument(i).symbol())
        .toList();
  }
}
