package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Counts the bytes of a file and remembers its tail. A failing disk or network is unchecked here,
 * so that an {@link IOException} of a decompressor above it always means a damaged file.
 */
final class RawStream extends InputStream {
  /** The longest end record of a zip: 22 bytes and a comment. */
  static final int TAIL_BYTES = 22 + 65_535;

  private final InputStream raw;
  private final byte[] ring = new byte[TAIL_BYTES];
  private long count;

  RawStream(InputStream raw) {
    this.raw = raw;
  }

  long count() {
    return count;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) {
    try {
      int read = raw.read(buffer, from, length);
      if (read > 0) {
        remember(buffer, from, read);
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the source file", e);
    }
  }

  /** Reads to the end of the file. */
  void drain() {
    byte[] buffer = new byte[8_192];
    int read = 0;
    while (read >= 0) {
      read = read(buffer, 0, buffer.length);
    }
  }

  /** The last bytes read, at most {@link #TAIL_BYTES} of them. */
  byte[] tail() {
    int length = (int) Math.min(count, TAIL_BYTES);
    byte[] tail = new byte[length];
    for (int i = 0; i < length; i++) {
      tail[i] = ring[(int) ((count - length + i) % TAIL_BYTES)];
    }
    return tail;
  }

  private void remember(byte[] buffer, int from, int length) {
    int kept = Math.min(length, TAIL_BYTES);
    int start = (int) ((count + length - kept) % TAIL_BYTES);
    int first = Math.min(kept, TAIL_BYTES - start);
    System.arraycopy(buffer, from + length - kept, ring, start, first);
    System.arraycopy(buffer, from + length - kept + first, ring, 0, kept - first);
    count += length;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }
}
