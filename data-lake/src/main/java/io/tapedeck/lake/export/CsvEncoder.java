package io.tapedeck.lake.export;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns rows into lines of CSV as RFC 4180 says; travels to executors.
 *
 * @param timestamps columns of nanoseconds since the epoch to be written as ISO 8601
 */
record CsvEncoder(StructType schema, Set<String> timestamps) implements Serializable {
  private static final String LINE_END = "\r\n";
  private static final int CHUNK_CHARACTERS = 1 << 20;

  /** Some lines. */
  record Chunk(String text, int rows) implements Serializable {}

  /** The first line. */
  String header() {
    return Arrays.stream(schema.fieldNames())
        .map(CsvCell::quoted)
        .collect(Collectors.joining(",", "", LINE_END));
  }

  /** The lines of these rows, a chunk at a time. */
  Iterator<Chunk> encode(Iterator<InternalRow> rows) {
    CsvCell[] cells = Arrays.stream(schema.fields()).map(this::cell).toArray(CsvCell[]::new);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Chunk next() {
        StringBuilder text = new StringBuilder();
        int count = 0;
        while (rows.hasNext() && text.length() < CHUNK_CHARACTERS) {
          line(rows.next(), cells, text);
          count++;
        }
        return new Chunk(text.toString(), count);
      }
    };
  }

  private CsvCell cell(StructField field) {
    return timestamps.contains(field.name()) ? CsvCell.NANO_TIME : CsvCell.of(field.dataType());
  }

  private static void line(InternalRow row, CsvCell[] cells, StringBuilder text) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",");
      if (!row.isNullAt(i)) {
        text.append(cells[i].text(row, i));
      }
    }
    text.append(LINE_END);
  }
}
