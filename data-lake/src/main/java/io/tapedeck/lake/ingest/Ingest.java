package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.calendar.DatedCalendar;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Takes files into a lake.
 *
 * <p>Lossless: of each file, rows read = kept + duplicate + quarantined. Idempotent: the same bytes
 * read in the same way change nothing. Correctable: another version of a file replaces its rows in
 * every partition it touches or touched. A refused file leaves the tables as they were; others
 * proceed. The row in {@code ingests} is committed last.
 */
public final class Ingest {
  private final Lake lake;
  private final IngestRequest request;
  private final CommitHook hook;
  private final JavaSparkContext context;
  private final LongAccumulator bytesDone;
  private final LongAccumulator rowsDone;

  private Ingest(Lake lake, IngestRequest request, CommitHook hook) {
    this.lake = lake;
    this.request = request;
    this.hook = hook;
    context = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    bytesDone = context.sc().longAccumulator();
    rowsDone = context.sc().longAccumulator();
  }

  /**
   * Takes the files of a request; holds the lake's lock meanwhile. Does nothing if no name matches
   * the pattern of the options.
   *
   * @throws IllegalArgumentException if the source names no files
   * @throws io.tapedeck.lake.table.LakeBusyException if another process writes to the lake
   */
  public static IngestReport run(Lake lake, IngestRequest request, ProgressSink progress) {
    return run(lake, request, progress, CommitHook.NONE);
  }

  static IngestReport run(
      Lake lake, IngestRequest request, ProgressSink progress, CommitHook hook) {
    List<SourceFile> files = discover(lake, request);
    if (files.isEmpty()) {
      return new IngestReport(List.of(), List.of());
    }
    try (LakeLock lock = LakeLock.acquire(lake, request.options().lockPatience())) {
      return new Ingest(lake, request, hook).take(files, progress);
    }
  }

  private static List<SourceFile> discover(Lake lake, IngestRequest request) {
    try {
      return SourceDiscovery.find(
          request.source(),
          file -> file.named(request.format().logicalName(file)),
          request.options().only(),
          lake.hadoopConfiguration());
    } catch (FileNotFoundException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + request.source(), e);
    }
  }

  private IngestReport take(List<SourceFile> files, ProgressSink progress) {
    IngestLog log = IngestLog.load(lake, request.format().name());
    InstrumentBook instruments = InstrumentBook.load(lake);
    CalendarBook calendars = CalendarBook.load(lake);
    IntakePlan plan = plan(instruments, calendars);
    SourceBytes bytes =
        new SourceBytes.Hadoop(
            context.broadcast(new SerializableConfiguration(lake.hadoopConfiguration())));
    Decisions decisions = new Decisions(lake, log, request.format(), request.options());
    try (ProgressListener listener =
        ProgressListener.of(context.sc(), progress, files, bytesDone, rowsDone)) {
      decisions.decide(check(files, plan, bytes, decisions));
      List<String> warnings = new ArrayList<>();
      DefaultInstruments.write(
          lake, instruments, calendars, request.format(), decisions.taken(), warnings);
      listener.expect(decisions.taken());
      commit(decisions, log, plan, bytes);
      return new IngestReport(decisions.outcomes(), warnings);
    }
  }

  private IntakePlan plan(InstrumentBook instruments, CalendarBook calendars) {
    Map<String, Instrument> described = new TreeMap<>();
    TreeMap<String, DatedCalendar> bySymbol = new TreeMap<>();
    for (InstrumentBook.Entry entry : instruments.entries()) {
      Instrument instrument = entry.instrument();
      bySymbol.put(instrument.symbol(), calendars.calendar(instrument.calendar()));
      if (!entry.isDefault()) {
        described.put(instrument.symbol(), instrument);
      }
    }
    DatedCalendar fallback = calendars.calendar(request.format().defaults("").calendar());
    return new IntakePlan(
        request.format(),
        new Units(described),
        bySymbol,
        fallback,
        request.options().archiveLimits());
  }

  /** The first pass, on the executors, the largest files first. */
  private List<FileVerdict> check(
      List<SourceFile> files, IntakePlan plan, SourceBytes bytes, Decisions decisions) {
    FileCheck check =
        new FileCheck(plan, bytes, decisions.knownDigests(), request.options().maxQuarantined());
    List<SourceFile> largestFirst = new ArrayList<>(files);
    largestFirst.sort(Comparator.comparingLong(SourceFile::bytes).reversed());
    LongAccumulator done = bytesDone;
    LongAccumulator rows = rowsDone;
    List<FileVerdict> verdicts =
        new ArrayList<>(
            context
                .parallelize(largestFirst, Math.min(files.size(), 10_000))
                .map(
                    file -> {
                      FileVerdict verdict = check.check(file);
                      done.add(file.bytes());
                      rows.add(verdict.counts().read());
                      return verdict;
                    })
                .collect());
    verdicts.sort(Comparator.comparing(verdict -> verdict.file().logicalName()));
    return verdicts;
  }

  private void commit(Decisions decisions, IngestLog log, IntakePlan plan, SourceBytes bytes) {
    if (!decisions.taken().isEmpty()) {
      CalendarBook.seedIfMissing(lake);
    }
    SourceRows rows =
        new SourceRows(plan, bytes, request.options().maxQuarantined(), bytesDone, rowsDone);
    BatchWriter writer = new BatchWriter(lake, rows, request.format().name(), hook);
    for (Batch batch : decisions.batches()) {
      Map<String, Long> duplicates = writer.write(batch);
      List<IngestLog.Entry> entries = decisions.entries(batch, duplicates);
      hook.before("ingests");
      log.append(entries);
    }
    decisions.recordCopies(log);
  }
}
