package io.tapedeck.lake.ingest;

import java.io.IOException;
import java.io.InputStream;

/**
 * The uncompressed bytes of a source file, read once from front to back; nothing is extracted to
 * disk. The end is reported only after the archive has been checked to its last byte.
 */
interface CsvStream extends AutoCloseable {
  /**
   * Reads some bytes.
   *
   * @return how many, at least one; -1 at the checked end
   * @throws RefusedFileException if the file is damaged or unsafe
   */
  int read(byte[] buffer, int from, int length) throws RefusedFileException;

  @Override
  void close() throws IOException;

  /** Opens a file by its extension: .zip, .gz, anything else as it is. */
  static CsvStream open(SourceFile file, InputStream raw, ArchiveLimits limits)
      throws RefusedFileException {
    RawStream counted = new RawStream(raw);
    if (file.hasExtension(".zip")) {
      return new ZippedCsv(counted, limits);
    }
    if (file.hasExtension(".gz")) {
      return new GzippedCsv(counted, limits);
    }
    return new PlainCsv(counted);
  }

  /** Bytes as they lie in the file. */
  record PlainCsv(RawStream raw) implements CsvStream {
    @Override
    public int read(byte[] buffer, int from, int length) {
      return raw.read(buffer, from, length);
    }

    @Override
    public void close() throws IOException {
      raw.close();
    }
  }
}
