package io.tapedeck.lake.compact;

import io.tapedeck.lake.table.PartitionDigests;

/** A compaction that would change what a table holds; it was not done. */
public final class CompactionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private CompactionException(String message) {
    super(message);
  }

  /** A partition whose rows are not those that were recorded when it was written. */
  static CompactionException changed(
      PartitionDigests.Key key, PartitionDigests.Digest recorded, PartitionDigests.Digest found) {
    return new CompactionException(
        String.format(
            "%s of %s on %s holds %s, but partition_digests records %s; the table was changed"
                + " outside Tapedeck: restore it, or ingest this date again",
            key.table(), key.symbol(), key.date(), found, recorded));
  }

  /** A rewrite that lost or changed rows; the table is back at the version before. */
  static CompactionException rolledBack(String table, long version) {
    return new CompactionException(
        "rewriting "
            + table
            + " changed its rows; the table was restored to version "
            + version
            + "; please report this");
  }
}
