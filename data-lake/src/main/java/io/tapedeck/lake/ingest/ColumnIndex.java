package io.tapedeck.lake.ingest;

import io.tapedeck.lake.ingest.GenericMapping.CsvRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where the columns of a CSV stand, and which of their texts mean nothing. */
final class ColumnIndex {
  private final CsvRule csv;
  private final List<String> names = new ArrayList<>();
  private final byte[][] nullTokens;
  private int largest = -1;

  ColumnIndex(CsvRule csv) {
    this.csv = csv;
    nullTokens =
        csv.nullTokens().stream()
            .map(token -> token.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
  }

  /** Learns the names from a header. */
  void header(Line line) {
    line.split((byte) csv.delimiter());
    for (int i = 0; i < line.fields(); i++) {
      names.add(line.text(i));
    }
  }

  /** Index of a column by name, or by its number from 1 where there is no header; -1 for null. */
  int of(String column) throws RefusedFileException {
    if (column == null) {
      return -1;
    }
    int index = csv.hasHeader() ? names.indexOf(column) : number(column);
    if (index < 0) {
      throw new RefusedFileException(
          RefusalReason.WRONG_HEADER,
          "there is no column "
              + column
              + (csv.hasHeader()
                  ? "; the header is " + Messages.shortened(String.join(",", names))
                  : "; without a header columns are called 1, 2, 3, ..."));
    }
    largest = Math.max(largest, index);
    return index;
  }

  /** Splits a line; false if it has not the columns it should have. */
  boolean split(Line line) {
    line.split((byte) csv.delimiter());
    return csv.hasHeader() ? line.fields() == names.size() : line.fields() > largest;
  }

  /** Whether a field has no value; also if there is no such column. */
  boolean isNull(Line line, int field) {
    if (field < 0) {
      return true;
    }
    for (byte[] token : nullTokens) {
      if (java.util.Arrays.equals(
          token, 0, token.length, line.bytes, line.start(field), line.end(field))) {
        return true;
      }
    }
    return false;
  }

  private static int number(String column) {
    return column.matches("[1-9]\\d{0,3}") ? Integer.parseInt(column) - 1 : -1;
  }
}
