package io.tapedeck.lake.ingest;

import io.tapedeck.lake.table.LakeTable;

/**
 * What the name of a file says about its rows.
 *
 * @param table where its rows go
 * @param ordinal place of the file among those of its source, 31 bits: its date in days since the
 *     epoch, or digits of its name's digest; high half of the sequence numbers of its rows
 * @param context what the name contributes to the rows: two files of the same bytes and context
 *     hold the same rows
 */
record FileShape(LakeTable table, long ordinal, String context) {
  private static final int LINE_BITS = 32;

  /** Sequence number of a row that the venue has not numbered. */
  long seq(long line) {
    return (ordinal << LINE_BITS) | line;
  }
}
