package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The first lines of a CSV and what they show of its layout.
 *
 * @param names columns of the header, or 1, 2, 3, ... where there is none
 * @param rows fields of the rows after it
 */
record SampleRows(char delimiter, boolean hasHeader, List<String> names, List<List<String>> rows) {
  private static final String DELIMITERS = ",;\t|";

  /** Samples a file, which may be compressed. */
  static SampleRows of(Path path, int count) throws RefusedFileException {
    List<String> lines = lines(path, count + 1);
    if (lines.isEmpty()) {
      throw new RefusedFileException(RefusalReason.EMPTY, path + " has no rows");
    }
    char delimiter = ',';
    long most = 0;
    for (int i = 0; i < DELIMITERS.length(); i++) {
      char candidate = DELIMITERS.charAt(i);
      long found = lines.get(0).chars().filter(c -> c == candidate).count();
      if (found > most) {
        most = found;
        delimiter = candidate;
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      rows.add(split(line, delimiter));
    }
    boolean hasHeader = rows.get(0).stream().noneMatch(field -> field.matches("[+-]?[\\d.].*"));
    List<String> names = hasHeader ? rows.remove(0) : numbers(rows.get(0).size());
    return new SampleRows(delimiter, hasHeader, names, rows);
  }

  /** The values of a column that are not empty. */
  List<String> values(String column) {
    int index = names.indexOf(column);
    return rows.stream()
        .filter(row -> index < row.size() && !row.get(index).isEmpty())
        .map(row -> row.get(index))
        .toList();
  }

  private static List<String> lines(Path path, int count) throws RefusedFileException {
    SourceFile file = new SourceFile(path.getFileName().toString(), path.toString(), 0);
    List<String> lines = new ArrayList<>();
    try (CsvStream stream =
        CsvStream.open(file, Files.newInputStream(path), ArchiveLimits.DEFAULT)) {
      LineReader reader = new LineReader(stream);
      Line line = new Line();
      while (lines.size() < count && reader.next(line)) {
        lines.add(line.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    return lines;
  }

  private static List<String> split(String text, char delimiter) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Line line = new Line();
    line.aim(bytes, 0, bytes.length, 1);
    line.split((byte) delimiter);
    return line.texts();
  }

  private static List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      numbers.add(Integer.toString(i));
    }
    return numbers;
  }
}
