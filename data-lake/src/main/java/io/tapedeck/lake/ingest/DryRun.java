package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.calendar.FxCalendar;
import io.tapedeck.lake.calendar.XnysCalendar;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Shows what a format makes of a file before anything is taken. */
public final class DryRun {
  private static final int ROWS = 5;
  private static final int MAX_LINES = 100_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private DryRun() {}

  /**
   * What a format makes of the first rows of a file.
   *
   * @param table folder of the table
   * @param zone zone of the local times shown: the market's
   * @param rows the first five rows
   * @param problems the first five rows that would not be taken, with line and reason
   */
  public record Preview(
      String format, String table, String zone, List<PreviewRow> rows, List<String> problems) {}

  /**
   * A row as it would be taken.
   *
   * @param utc time of the event, of a bar its close, UTC, ISO 8601
   * @param local the same in the market's zone
   * @param values fields of the table by name, as decimal text
   */
  public record PreviewRow(
      long line,
      String symbol,
      LocalDate sessionDate,
      String utc,
      String local,
      Map<String, String> values) {}

  /**
   * Reads as much of a file as is needed for five rows.
   *
   * @throws RefusedFileException if the file would be refused for its name, header or archive
   */
  public static Preview preview(Path path, SourceFormat format) throws RefusedFileException {
    String location = path.toAbsolutePath().toString().replace('\\', '/');
    SourceFile named = new SourceFile(path.getFileName().toString(), location, 0);
    SourceFile file = named.named(format.logicalName(named));
    LakeTable table = format.shape(file).table();
    String calendar = format.defaults("").calendar();
    ZoneId zone = zone(format, calendar);
    IntakePlan plan =
        new IntakePlan(
            format,
            Units.NONE,
            new TreeMap<>(),
            CalendarBook.builtIn().calendar(calendar),
            ArchiveLimits.DEFAULT);
    List<PreviewRow> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (FileIntake intake =
        FileIntake.open(
            file,
            Files.newInputStream(path),
            plan,
            row -> addRow(rows, row, table, zone),
            (line, reason) -> addProblem(problems, line, reason))) {
      boolean more = true;
      for (int i = 0; more && i < MAX_LINES && rows.size() < ROWS; i++) {
        more = intake.step();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    return new Preview(format.description(), table.folder(), zone.getId(), rows, problems);
  }

  private static ZoneId zone(SourceFormat format, String calendar) {
    boolean saysZone =
        format instanceof GenericFormat generic && generic.mapping().time().zone() != null;
    if (saysZone) {
      return ZoneId.of(((GenericFormat) format).mapping().time().zone());
    }
    boolean isNewYork = calendar.equals(XnysCalendar.NAME) || calendar.equals(FxCalendar.NAME);
    return isNewYork ? ZoneId.of("America/New_York") : ZoneOffset.UTC;
  }

  private static void addRow(List<PreviewRow> rows, ParsedRow row, LakeTable table, ZoneId zone) {
    if (rows.size() < ROWS) {
      Instant time = instant(row.eventTimeNanos);
      rows.add(
          new PreviewRow(
              row.line,
              row.symbol,
              LocalDate.ofEpochDay(row.epochDay),
              time.toString(),
              time.atZone(zone).toLocalDateTime() + " " + zone.getId(),
              values(row, table)));
    }
  }

  private static Map<String, String> values(ParsedRow row, LakeTable table) {
    Map<String, String> values = new LinkedHashMap<>();
    switch (table) {
      case TRADES -> {
        values.put("price", decimal(row.priceE9));
        values.put("size", decimal(row.sizeE9));
        values.put("aggressor", Missing.is(row.aggressor) ? "" : Long.toString(row.aggressor));
        values.put("conditions", row.conditions == null ? "" : row.conditions);
      }
      case QUOTES -> {
        values.put(Columns.BID_PRICE, decimal(row.bidE9));
        values.put(Columns.BID_SIZE, decimal(row.bidSizeE9));
        values.put(Columns.ASK_PRICE, decimal(row.askE9));
        values.put(Columns.ASK_SIZE, decimal(row.askSizeE9));
      }
      case BARS -> {
        values.put(Columns.BAR, row.bar);
        values.put(Columns.PRICE_KIND, row.priceKind);
        values.put(Columns.BAR_OPEN, instant(row.openTimeNanos).toString());
        values.put(Columns.BAR_CLOSE, instant(row.eventTimeNanos).toString());
        values.put("open", decimal(row.openE9));
        values.put("high", decimal(row.highE9));
        values.put("low", decimal(row.lowE9));
        values.put("close", decimal(row.closeE9));
        values.put("volume", row.volume == null ? "" : row.volume.toPlainString());
      }
      default -> {
        values.put("strategy", row.strategy);
        values.put("side", Integer.toString(row.side));
      }
    }
    return values;
  }

  private static void addProblem(List<String> problems, Line line, RowVerdict reason) {
    if (problems.size() < ROWS) {
      problems.add("line " + line.number() + " " + reason + " " + Messages.shortened(line.text()));
    }
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  private static String decimal(long e9) {
    return Missing.is(e9) ? "" : BigDecimal.valueOf(e9, 9).stripTrailingZeros().toPlainString();
  }
}
