package io.tapedeck.lake.ingest;

import java.io.InputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/** The rows of a source file as lines, header first, read once from front to back. */
interface LineSource extends AutoCloseable {
  /**
   * Aims a line at the next row.
   *
   * @return false at the checked end
   * @throws RefusedFileException if the file is damaged or unsafe
   */
  boolean next(Line line) throws RefusedFileException;

  /** Uncompressed bytes read so far. */
  long bytesRead();

  @Override
  void close();

  /**
   * Opens a file by its extension.
   *
   * @param raw closed with the source; of an Arrow file it is one of Hadoop's, which can seek
   * @param columns what an Arrow file may hold; null if its format takes none
   */
  static LineSource open(
      SourceFile file, InputStream raw, ArchiveLimits limits, ArrowColumns columns)
      throws RefusedFileException {
    if (!file.isArrow()) {
      return new LineReader(CsvStream.open(file, raw, limits));
    }
    if (columns == null) {
      throw new RefusedFileException(
          RefusalReason.WRONG_NAME,
          "Arrow files are taken by --table signals, instruments and calendars; write this one as"
              + " CSV");
    }
    return new ArrowLines(new SeekableSource((FSDataInputStream) raw, file.bytes()), columns);
  }
}
