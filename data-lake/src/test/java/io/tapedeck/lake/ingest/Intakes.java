package io.tapedeck.lake.ingest;

import io.tapedeck.lake.calendar.CalendarBook;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads text or bytes as if they were a source file. */
final class Intakes {
  private Intakes() {}

  /**
   * What came out of a file.
   *
   * @param rows each table row as text
   * @param refused each quarantined row as line and verdict
   */
  record Result(List<String> rows, List<String> refused, IntakeCounts counts) {}

  static Result read(SourceFormat format, String path, String... lines)
      throws RefusedFileException {
    return read(format, path, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  static Result read(SourceFormat format, String path, byte[] bytes) throws RefusedFileException {
    return read(format, path, bytes, ArchiveLimits.DEFAULT);
  }

  static Result read(SourceFormat format, String path, byte[] bytes, ArchiveLimits limits)
      throws RefusedFileException {
    List<String> rows = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    IntakePlan plan = plan(format, limits);
    SourceFile file = new SourceFile(path, "/source/" + path, bytes.length);
    try (FileIntake intake =
        FileIntake.open(
            file,
            new ByteArrayInputStream(bytes),
            plan,
            row -> rows.add(new RowShape(table(format, file), "test").row(row, path).mkString(" ")),
            (line, verdict) -> refused.add(line.number() + " " + verdict))) {
      return new Result(rows, refused, intake.readAll());
    }
  }

  static IntakePlan plan(SourceFormat format, ArchiveLimits limits) {
    return new IntakePlan(
        format,
        Units.NONE,
        new TreeMap<>(),
        CalendarBook.builtIn().calendar(format.defaults("").calendar()),
        limits);
  }

  private static io.tapedeck.lake.table.LakeTable table(SourceFormat format, SourceFile file) {
    try {
      return format.shape(file).table();
    } catch (RefusedFileException e) {
      throw new IllegalStateException(e);
    }
  }
}
