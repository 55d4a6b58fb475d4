package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Cuts a stream into lines: LF or CR LF, a byte-order mark at the front is dropped. */
final class LineReader implements LineSource {
  private static final int INITIAL_BYTES = 1 << 16;
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final CsvStream stream;
  private byte[] buffer = new byte[INITIAL_BYTES];
  private int position;
  private int limit;
  private long number;
  private long bytesRead;
  private boolean ended;

  LineReader(CsvStream stream) {
    this.stream = stream;
  }

  @Override
  public long bytesRead() {
    return bytesRead;
  }

  /** Aims a line at the next line that is not blank. */
  @Override
  public boolean next(Line line) throws RefusedFileException {
    while (true) {
      int end = findEnd();
      if (end < 0) {
        return false;
      }
      int from = position;
      int to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
      position = Math.min(end + 1, limit);
      number++;
      if (number == 1 && startsWithMark(from, to)) {
        from += 3;
      }
      if (!isBlank(from, to)) {
        line.aim(buffer, from, to, number);
        return true;
      }
    }
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a source file", e);
    }
  }

  /** Index of the end of the current line; -1 if there is none. */
  private int findEnd() throws RefusedFileException {
    int scanned = position;
    while (true) {
      for (int i = scanned; i < limit; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      int unscanned = limit - position;
      if (!fill()) {
        return position < limit ? limit : -1;
      }
      scanned = position + unscanned;
    }
  }

  private boolean fill() throws RefusedFileException {
    if (ended) {
      return false;
    }
    if (position > 0) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length) {
      if (limit >= MAX_LINE_BYTES) {
        throw new RefusedFileException(
            RefusalReason.DAMAGED,
            "line " + (number + 1) + " is longer than " + MAX_LINE_BYTES + " bytes: not a CSV");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = stream.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      ended = true;
      return false;
    }
    limit += read;
    bytesRead += read;
    return true;
  }

  private boolean startsWithMark(int from, int to) {
    return to - from >= 3
        && (buffer[from] & 0xff) == 0xef
        && (buffer[from + 1] & 0xff) == 0xbb
        && (buffer[from + 2] & 0xff) == 0xbf;
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }
}
