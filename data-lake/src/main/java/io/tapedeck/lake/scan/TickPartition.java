package io.tapedeck.lake.scan;

import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The rows of a table, symbol and date.
 *
 * @param table TRADES, QUOTES, BARS or SIGNALS
 * @param symbol instrument
 * @param date session date; the first of the month for bars, 1 January of the year for signals
 * @param files its files, sorted by path; months of bars of a day share theirs
 * @param contentDigest digest of its rows, whatever the files
 * @param rows number of its rows
 */
public record TickPartition(
    LakeTable table,
    String symbol,
    LocalDate date,
    List<DataFile> files,
    String contentDigest,
    long rows)
    implements Serializable {
  public TickPartition {
    files = List.copyOf(files);
  }

  /** Bytes of its files. */
  public long bytes() {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }

  /** Its name in messages. */
  String place() {
    return table.folder() + " of " + symbol + " on " + date;
  }
}
