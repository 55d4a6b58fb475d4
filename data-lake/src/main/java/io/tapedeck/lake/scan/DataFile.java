package io.tapedeck.lake.scan;

import java.io.Serializable;

/**
 * A Parquet file of a partition.
 *
 * @param path where it lies, for Hadoop's file systems
 * @param bytes its length
 * @param rows its rows
 * @param stream number of the stream that all its rows are of, or {@link #MIXED}
 */
public record DataFile(String path, long bytes, long rows, int stream) implements Serializable {
  /** Rows of several streams, or of a stream that the table's statistics do not tell. */
  static final int MIXED = -1;

  boolean isMixed() {
    return stream == MIXED;
  }
}
