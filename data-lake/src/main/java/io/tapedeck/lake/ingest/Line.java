package io.tapedeck.lake.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A line of a CSV file and its fields; re-aimed from line to line, never copied. */
final class Line {
  private static final int MAX_TEXT_BYTES = 4_096;

  byte[] bytes = new byte[0];
  private int from;
  private int to;
  private long number;
  private int fields;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private byte[] cells = new byte[256]; // where a line is put together
  private boolean isTogether;

  void aim(byte[] bytes, int from, int to, long number) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.number = number;
    fields = 0;
    isTogether = false;
  }

  /** Begins a line whose fields come one by one instead of being split from text. */
  void begin(long number) {
    aim(cells, 0, 0, number);
    isTogether = true;
  }

  /** Adds a field as it is, whatever is in it; in the text of the line a comma stands before it. */
  void cell(byte[] text) {
    int start = fields == 0 ? 0 : to + 1;
    int end = start + text.length;
    if (end > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(end, 2 * cells.length));
      bytes = cells;
    }
    if (fields > 0) {
      cells[to] = ',';
    }
    System.arraycopy(text, 0, cells, start, text.length);
    to = end;
    put(start, end);
  }

  /** Number of the line in the file, from 1. */
  long number() {
    return number;
  }

  /** Splits at a delimiter; fields may stand between double quotes, which are taken off. */
  void split(byte delimiter) {
    if (isTogether) {
      return;
    }
    fields = 0;
    int start = from;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '"') {
        quoted = !quoted;
      } else if (bytes[i] == delimiter && !quoted) {
        field(start, i);
        start = i + 1;
      }
    }
    field(start, to);
  }

  int fields() {
    return fields;
  }

  /** Index of the first byte of a field. */
  int start(int field) {
    return starts[field];
  }

  /** Index after the last byte of a field. */
  int end(int field) {
    return ends[field];
  }

  String text(int field) {
    return new String(bytes, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
  }

  /** All fields. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      texts.add(text(i));
    }
    return texts;
  }

  /** The whole line, at most 4 KB of it. */
  String text() {
    int length = Math.min(to - from, MAX_TEXT_BYTES);
    return new String(bytes, from, length, StandardCharsets.UTF_8);
  }

  private void field(int start, int end) {
    int first = start;
    int last = end;
    while (first < last && bytes[first] == ' ') {
      first++;
    }
    while (last > first && bytes[last - 1] == ' ') {
      last--;
    }
    if (last - first >= 2 && bytes[first] == '"' && bytes[last - 1] == '"') {
      first++;
      last--;
    }
    put(first, last);
  }

  private void put(int start, int end) {
    if (fields == starts.length) {
      starts = Arrays.copyOf(starts, fields * 2);
      ends = Arrays.copyOf(ends, fields * 2);
    }
    starts[fields] = start;
    ends[fields++] = end;
  }
}
