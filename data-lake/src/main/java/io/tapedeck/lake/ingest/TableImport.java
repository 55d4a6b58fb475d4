package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Session;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Takes tables that users keep themselves, as CSV under a header of the table's column names.
 *
 * <p>Signals go the way of all source files. Instruments replace those of the same symbols,
 * calendars those of the same names, and such a file is taken whole or not at all.
 */
public final class TableImport {
  private TableImport() {}

  /**
   * Takes files into {@code signals}, {@code instruments} or {@code calendars}.
   *
   * @throws IllegalArgumentException for another table, or a source that names no files
   */
  public static IngestReport run(
      Lake lake, LakeTable table, String source, IngestOptions options, ProgressSink progress) {
    return switch (table) {
      case SIGNALS ->
          Ingest.run(lake, new IngestRequest(source, new SignalsFormat(), options), progress);
      case INSTRUMENTS, CALENDARS -> reference(lake, table, source, options);
      default ->
          throw new IllegalArgumentException(
              "--table takes signals, instruments and calendars, not "
                  + table.folder()
                  + "; give a profile or a mapping for market data");
    };
  }

  private static IngestReport reference(
      Lake lake, LakeTable table, String source, IngestOptions options) {
    List<FileOutcome> outcomes = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try (LakeLock lock = LakeLock.acquire(lake, options.lockPatience())) {
      for (SourceFile file :
          SourceDiscovery.find(
              source, UnaryOperator.identity(), options.only(), lake.hadoopConfiguration())) {
        outcomes.add(one(lake, table, file, warnings));
      }
    } catch (java.io.FileNotFoundException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + source, e);
    }
    return new IngestReport(outcomes, warnings);
  }

  private static FileOutcome one(Lake lake, LakeTable table, SourceFile file, List<String> warnings)
      throws IOException {
    try {
      List<CanonicalRow> rows = CanonicalRow.read(lake, file);
      if (table == LakeTable.INSTRUMENTS) {
        putInstruments(lake, rows, warnings);
      } else {
        putCalendars(lake, rows);
      }
      IntakeCounts counts = new IntakeCounts(rows.size(), rows.size(), 0, 0, 0, rows.size(), 0);
      return outcome(table, file, FileOutcome.Status.TAKEN, null, counts, "");
    } catch (RefusedFileException e) {
      return outcome(
          table, file, FileOutcome.Status.REFUSED, e.reason(), IntakeCounts.NONE, e.getMessage());
    } catch (IllegalArgumentException e) {
      return outcome(
          table,
          file,
          FileOutcome.Status.REFUSED,
          RefusalReason.TOO_MANY_QUARANTINED,
          IntakeCounts.NONE,
          e.getMessage());
    }
  }

  private static FileOutcome outcome(
      LakeTable table,
      SourceFile file,
      FileOutcome.Status status,
      RefusalReason reason,
      IntakeCounts counts,
      String detail) {
    return new FileOutcome(
        file.logicalName(), table.folder(), "", file.bytes(), status, reason, counts, detail);
  }

  private static void putInstruments(Lake lake, List<CanonicalRow> rows, List<String> warnings) {
    InstrumentBook old = InstrumentBook.load(lake);
    CalendarBook calendars = CalendarBook.load(lake);
    Map<String, InstrumentBook.Entry> entries = new TreeMap<>();
    for (CanonicalRow row : rows) {
      InstrumentBook.Entry entry =
          new InstrumentBook.Entry(row.parsed(TableImport::instrument), false);
      String symbol = entry.instrument().symbol();
      if (entries.put(symbol, entry) != null) {
        throw row.wrong("symbol " + symbol + " is described twice");
      }
      if (!calendars.knows(entry.instrument().calendar())) {
        warnings.add(DefaultInstruments.unknownCalendar(entry.instrument()));
      }
      boolean changesDates =
          old.find(symbol)
              .filter(e -> !e.instrument().calendar().equals(entry.instrument().calendar()))
              .isPresent();
      if (changesDates) {
        warnings.add(
            symbol
                + " has another calendar now: rows taken before keep their session dates; ingest "
                + "their files again with --reread");
      }
    }
    InstrumentBook.put(lake, entries.values());
  }

  private static io.tapedeck.core.market.Instrument instrument(CanonicalRow row) {
    BigDecimal priceQuantum = row.decimal(Columns.PRICE_QUANTUM);
    BigDecimal sizeQuantum = row.decimal(Columns.SIZE_QUANTUM);
    return InstrumentBook.instrument(
        row.text(Columns.SYMBOL),
        AssetClass.valueOf(row.text(Columns.ASSET_CLASS).toUpperCase(Locale.ROOT)),
        row.text(Columns.CURRENCY),
        priceQuantum,
        sizeQuantum,
        row.has(Columns.PRICE_INCREMENT) ? row.decimal(Columns.PRICE_INCREMENT) : priceQuantum,
        row.has(Columns.SIZE_INCREMENT) ? row.decimal(Columns.SIZE_INCREMENT) : sizeQuantum,
        row.has(Columns.MULTIPLIER) ? row.decimal(Columns.MULTIPLIER).longValueExact() : 1,
        row.text(Columns.CALENDAR));
  }

  private static void putCalendars(Lake lake, List<CanonicalRow> rows) {
    Map<String, List<Session>> sessions = new TreeMap<>();
    Map<String, List<LocalDate>> halfDays = new TreeMap<>();
    for (CanonicalRow row : rows) {
      String name = row.text(Columns.CALENDAR);
      Session session = row.parsed(TableImport::session);
      sessions.computeIfAbsent(name, key -> new ArrayList<>()).add(session);
      List<LocalDate> half = halfDays.computeIfAbsent(name, key -> new ArrayList<>());
      if (row.has(Columns.IS_HALF_DAY) && row.text(Columns.IS_HALF_DAY).matches("(?i)true|1")) {
        half.add(session.date());
      }
    }
    sessions.values().forEach(each -> each.sort(Comparator.comparing(Session::date)));
    sessions.forEach(CalendarBook::check);
    sessions.forEach((name, each) -> CalendarBook.put(lake, name, each, halfDays.get(name)));
  }

  private static Session session(CanonicalRow row) {
    try {
      return new Session(
          LocalDate.parse(row.text(Columns.DATE)),
          row.nanos(Columns.SESSION_OPEN),
          row.nanos(Columns.SESSION_CLOSE));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date must be written YYYY-MM-DD", e);
    }
  }
}
