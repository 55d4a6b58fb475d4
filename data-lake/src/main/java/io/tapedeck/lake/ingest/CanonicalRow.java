package io.tapedeck.lake.ingest;

import io.tapedeck.lake.ingest.GenericMapping.TimeRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeUnit;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.hadoop.fs.Path;

/**
 * A row of a small table under a header of column names.
 *
 * @param place its file and the number of its line or row
 */
record CanonicalRow(String place, List<String> names, List<String> fields) {
  /** All rows of a file. */
  static List<CanonicalRow> read(Lake lake, SourceFile file, LakeTable table)
      throws RefusedFileException, IOException {
    Path path = new Path(file.location());
    List<CanonicalRow> rows = new ArrayList<>();
    try (InputStream raw = path.getFileSystem(lake.hadoopConfiguration()).open(path);
        LineSource reader =
            LineSource.open(file, raw, ArchiveLimits.DEFAULT, ArrowColumns.of(table))) {
      Line line = new Line();
      List<String> names = List.of();
      while (reader.next(line)) {
        line.split((byte) ',');
        if (names.isEmpty()) {
          names = line.texts();
        } else {
          String place = file.logicalName() + " " + file.rowWord() + " " + line.number();
          rows.add(new CanonicalRow(place, names, line.texts()));
        }
      }
    }
    if (rows.isEmpty()) {
      throw new RefusedFileException(RefusalReason.EMPTY, "the file has no rows");
    }
    return rows;
  }

  boolean has(String column) {
    int index = names.indexOf(column);
    return index >= 0 && index < fields.size() && !fields.get(index).isEmpty();
  }

  String text(String column) {
    if (!has(column)) {
      throw wrong("there is no " + column + "; the header is " + names);
    }
    return fields.get(names.indexOf(column));
  }

  BigDecimal decimal(String column) {
    try {
      return new BigDecimal(text(column));
    } catch (NumberFormatException e) {
      throw wrong(column + " must be a decimal number, was " + text(column));
    }
  }

  /** Nanoseconds since the epoch, or ISO 8601 with its zone. */
  long nanos(String column) {
    byte[] bytes = text(column).getBytes(StandardCharsets.UTF_8);
    long counted = reader(column, TimeUnit.NS).nanos(bytes, 0, bytes.length, 0);
    long nanos =
        counted > 0 ? counted : reader(column, TimeUnit.ISO).nanos(bytes, 0, bytes.length, 0);
    if (nanos <= 0) {
      throw wrong(
          column
              + " must be nanoseconds since the epoch or like 2024-01-02T14:30:00Z, was "
              + text(column));
    }
    return nanos;
  }

  /** What a reader makes of this row; its complaints get file and line. */
  <T> T parsed(Function<CanonicalRow, T> reader) {
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw e.getMessage() != null && e.getMessage().startsWith(place)
          ? new IllegalArgumentException(e.getMessage(), e)
          : wrong(e.getMessage());
    }
  }

  IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(place + ": " + problem);
  }

  private static TimeReader reader(String column, TimeUnit unit) {
    return new TimeReader(new TimeRule(column, unit, null, null, false));
  }
}
