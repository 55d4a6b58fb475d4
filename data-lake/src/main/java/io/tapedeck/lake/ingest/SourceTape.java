package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.feed.ArrayFeed;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Feed;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.market.TradingCalendar;
import io.tapedeck.core.market.Universe;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.calendar.DatedCalendar;
import io.tapedeck.lake.table.LakeTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files of trades, quotes and bars as a tape in memory: a replay straight from CSV, without Spark
 * and without a lake. Rows, units, order and streams are those that the same files have in a lake's
 * feed: trades that are reports and not the price of their moment, as {@link
 * io.tapedeck.lake.table.SaleConditions} says, are not on the tape.
 */
public final class SourceTape {
  private final Universe universe;
  private final List<EventColumns> columns;
  private final List<FileOutcome> files;
  private final long reports;
  private final List<String> warnings;
  private final CalendarBook calendars;
  private final LocalDate first;
  private final LocalDate last;

  private SourceTape(
      Universe universe,
      List<EventColumns> columns,
      TapeReader reader,
      List<String> warnings,
      CalendarBook calendars) {
    this.universe = universe;
    this.columns = columns;
    this.files = reader.files();
    this.reports = reader.reports();
    this.first = reader.first();
    this.last = reader.last();
    this.warnings = List.copyOf(warnings);
    this.calendars = calendars;
  }

  /**
   * Which files, and how they are read.
   *
   * @param sources files or folders; of a folder everything below it
   * @param described instruments that somebody has described, by symbol; may be empty
   * @param first first session date taken; null for all
   * @param last last session date taken; null for all
   */
  public record Request(
      List<Path> sources,
      SourceFormat format,
      double maxQuarantined,
      Map<String, Instrument> described,
      CalendarBook calendars,
      LocalDate first,
      LocalDate last) {
    /** Everything in these files, with what the format assumes. */
    public static Request of(List<Path> sources, SourceFormat format) {
      return new Request(
          sources,
          format,
          IngestOptions.DEFAULT.maxQuarantined(),
          Map.of(),
          CalendarBook.builtIn(),
          null,
          null);
    }
  }

  /**
   * Reads files whole.
   *
   * @throws RefusedFileException if one of them is refused; its name is in the message
   * @throws IllegalArgumentException if there are none, or they hold nothing in these dates
   */
  public static SourceTape open(Request request) throws RefusedFileException {
    TapeReader reader = new TapeReader(request);
    reader.readAll();
    Require.that(
        !reader.fineness().isEmpty(),
        "the files %s have no rows from %s to %s",
        request.sources(),
        request.first(),
        request.last());
    List<String> warnings = new ArrayList<>(reader.warnings());
    Universe universe = universe(request, reader, warnings);
    List<EventColumns> columns = new ArrayList<>();
    int stream = 0;
    for (Map.Entry<TapeReader.Stream, RowBuffer> entry : reader.streams().entrySet()) {
      int index = universe.indexOf(entry.getKey().symbol());
      columns.addAll(entry.getValue().columns(index, stream++, universe.instrument(index)));
    }
    return new SourceTape(universe, columns, reader, warnings, request.calendars());
  }

  /** What is on the tape, in the order of the symbols. */
  public Universe universe() {
    return universe;
  }

  /** A new feed over the tape; any number may be open. */
  public Feed feed(List<Session> regularHours) {
    return new ArrayFeed(universe, columns, regularHours);
  }

  /** The calendar of an instrument of the tape. */
  public TradingCalendar calendar(Instrument instrument) {
    return calendars.calendar(instrument.calendar());
  }

  /** First session date with events. */
  public LocalDate first() {
    return first;
  }

  /** Last session date with events. */
  public LocalDate last() {
    return last;
  }

  /** Number of rows on the tape; a bar counts once. */
  public long rows() {
    return columns.stream()
        .filter(block -> block.kind() != EventKind.BAR_OPEN)
        .mapToLong(EventColumns::size)
        .sum();
  }

  /** Number of trades left out because they are reports. */
  public long reports() {
    return reports;
  }

  /** Each file with its digest and counts. */
  public List<FileOutcome> files() {
    return files;
  }

  /** Guessed instruments, unknown calendars, files passed over. */
  public List<String> warnings() {
    return warnings;
  }

  private static Universe universe(Request request, TapeReader reader, List<String> warnings) {
    List<Universe.Listing> listings = new ArrayList<>();
    for (Map.Entry<String, Fineness> symbol : reader.fineness().entrySet()) {
      Instrument instrument = request.described().get(symbol.getKey());
      if (instrument == null) {
        instrument =
            request
                .format()
                .defaults(symbol.getKey())
                .instrument(symbol.getKey(), symbol.getValue());
        warnings.add(DefaultInstruments.guessed(instrument));
      }
      if (!request.calendars().knows(instrument.calendar())) {
        warnings.add(DefaultInstruments.unknownCalendar(instrument));
      }
      listings.add(
          new Universe.Listing(
              instrument,
              reader.has(symbol.getKey(), LakeTable.QUOTES),
              reader.has(symbol.getKey(), LakeTable.TRADES),
              reader.has(symbol.getKey(), LakeTable.BARS),
              reader.hasAuctions(symbol.getKey()),
              ""));
    }
    return new Universe(listings);
  }

  /** The calendars by symbol of described instruments. */
  static SortedMap<String, DatedCalendar> calendars(Request request) {
    TreeMap<String, DatedCalendar> bySymbol = new TreeMap<>();
    request
        .described()
        .forEach(
            (symbol, instrument) ->
                bySymbol.put(symbol, request.calendars().calendar(instrument.calendar())));
    return bySymbol;
  }
}
