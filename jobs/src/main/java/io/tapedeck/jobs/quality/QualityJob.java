package io.tapedeck.jobs.quality;

import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.scan.PartitionListing;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.ScanPlanner;
import io.tapedeck.lake.scan.ScanRequest;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Measures the trades and quotes of a lake session by session and judges them: a task reads the
 * tape of an instrument and a month. Writes nothing.
 */
public final class QualityJob {
  private static final int MOST_TASKS = 10_000;

  /** Stands for all symbols where nothing was named and nothing is there. */
  private static final String ANY = "*";

  private final Lake lake;
  private final QualityRequest request;
  private final TreeMap<String, TreeSet<LocalDate>> present = new TreeMap<>();

  private QualityJob(Lake lake, QualityRequest request) {
    this.lake = lake;
    this.request = request;
  }

  /**
   * Judges a part of a lake.
   *
   * @throws UsageException if no dates are named and there are no ticks
   * @throws io.tapedeck.lake.scan.ScanException if the lake's rows are not those recorded, or
   *     cannot be read in order
   */
  public static QualityReport run(Lake lake, QualityRequest request) {
    QualityJob job = new QualityJob(lake, request);
    job.list(LakeTable.TRADES);
    job.list(LakeTable.QUOTES);
    job.requireDates();
    return job.judge();
  }

  private void list(LakeTable table) {
    DateRange dates = request.dates();
    for (PartitionKey key :
        PartitionListing.of(lake, table, request.symbols(), dates.first(), dates.last())
            .files()
            .keySet()) {
      present
          .computeIfAbsent(key.symbol(), symbol -> new TreeSet<>())
          .add(LocalDate.parse(key.value(Columns.DATE)));
    }
  }

  private void requireDates() {
    boolean isOpen =
        request.dates().first().equals(DateRange.ALL.first())
            || request.dates().last().equals(DateRange.ALL.last());
    if (present.isEmpty() && isOpen) {
      throw UsageException.of(
          "the lake "
              + lake.root()
              + " has no such ticks, and it is not said for which dates it should: give --from and"
              + " --to, or see what is there with: tapedeck tables");
    }
  }

  private QualityReport judge() {
    List<SessionQuality> tapes = present.isEmpty() ? List.of() : measure();
    List<QualityFinding> findings = new ArrayList<>();
    tapes.forEach(tape -> findings.addAll(request.limits().judge(tape)));
    int sessions = findMissing(findings);
    findings.sort(
        Comparator.comparing(QualityFinding::date)
            .thenComparing(QualityFinding::symbol)
            .thenComparing(QualityFinding::what));
    return new QualityReport(sessions, findings, tapes);
  }

  private List<SessionQuality> measure() {
    DateRange dates = datesPresent();
    PinnedScan scan =
        ScanPlanner.plan(
            lake, ScanRequest.ticks(List.copyOf(present.keySet()), dates.first(), dates.last()));
    List<QualityUnit> units = units(scan);
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sc(), lake.hadoopConfiguration());
    List<SessionQuality> measured =
        new ArrayList<>(
            spark
                .parallelize(units, Math.min(MOST_TASKS, units.size()))
                .flatMap(unit -> unit.measure(hadoop.value().value()).iterator())
                .collect());
    hadoop.unpersist();
    SourceRowCounts files = SourceRowCounts.of(lake, present.keySet(), dates);
    return measured.stream()
        .map(files::addTo)
        .sorted(Comparator.comparing(SessionQuality::symbol).thenComparing(SessionQuality::date))
        .toList();
  }

  /** The largest first, so that no long one is left for the end. */
  private List<QualityUnit> units(PinnedScan scan) {
    List<QualityUnit> units = new ArrayList<>();
    for (Map.Entry<String, TreeSet<LocalDate>> each : present.entrySet()) {
      TreeMap<YearMonth, TreeSet<LocalDate>> months = new TreeMap<>();
      each.getValue()
          .forEach(
              date -> months.computeIfAbsent(YearMonth.from(date), m -> new TreeSet<>()).add(date));
      for (TreeSet<LocalDate> dates : months.values()) {
        units.add(
            new QualityUnit(scan.restrictTo(List.of(each.getKey()), dates.first(), dates.last())));
      }
    }
    units.sort(Comparator.comparingLong((QualityUnit unit) -> unit.scan().rows()).reversed());
    return units;
  }

  /**
   * Adds what should be there and is not.
   *
   * @return on how many dates something should have traded
   */
  private int findMissing(List<QualityFinding> findings) {
    ExpectedSessions expected =
        new ExpectedSessions(InstrumentBook.load(lake), CalendarBook.load(lake));
    TreeSet<LocalDate> sessions = new TreeSet<>();
    for (String symbol : expectedSymbols(expected)) {
      TreeSet<LocalDate> there = present.getOrDefault(symbol, new TreeSet<>());
      SortedSet<LocalDate> wanted = expected.of(symbol, datesAsked());
      sessions.addAll(wanted);
      if (!request.required().contains(symbol)) {
        wanted.removeIf(
            date -> there.isEmpty() || date.isBefore(there.first()) || date.isAfter(there.last()));
      }
      wanted.removeAll(there);
      wanted.forEach(date -> findings.add(missing(symbol, date)));
    }
    boolean lacksAll = present.isEmpty() && request.symbols().isEmpty();
    if (lacksAll && request.required().isEmpty()) {
      sessions.forEach(date -> findings.add(missing(ANY, date)));
    }
    return sessions.size();
  }

  private QualityFinding missing(String symbol, LocalDate date) {
    return new QualityFinding(
        symbol,
        date,
        QualityFinding.Kind.MISSING,
        0,
        (double) Math.max(1, request.limits().minRows()));
  }

  private SortedSet<String> expectedSymbols(ExpectedSessions expected) {
    TreeSet<String> symbols = new TreeSet<>(request.required());
    symbols.addAll(request.symbols());
    symbols.addAll(present.keySet());
    if (symbols.isEmpty()) { // nothing named and nothing there: was anything to be expected?
      expected.instruments().entries().forEach(entry -> symbols.add(entry.instrument().symbol()));
    }
    return symbols;
  }

  /** The dates asked for; where one end is open, as far as the lake has anything. */
  private DateRange datesAsked() {
    DateRange asked = request.dates();
    if (present.isEmpty()) {
      return asked;
    }
    DateRange there = datesPresent();
    boolean isOpenAtStart = asked.first().equals(DateRange.ALL.first());
    boolean isOpenAtEnd = asked.last().equals(DateRange.ALL.last());
    return new DateRange(
        isOpenAtStart ? there.first() : asked.first(), isOpenAtEnd ? there.last() : asked.last());
  }

  private DateRange datesPresent() {
    TreeSet<LocalDate> dates = new TreeSet<>();
    present.values().forEach(some -> dates.addAll(List.of(some.first(), some.last())));
    return new DateRange(dates.first(), dates.last());
  }
}
