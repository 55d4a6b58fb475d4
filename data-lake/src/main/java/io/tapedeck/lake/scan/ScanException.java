package io.tapedeck.lake.scan;

/** A lake that cannot be read as asked; the message says what to do about it. */
public final class ScanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ScanException(String message) {
    super(message);
  }

  /** A table with a feature that the reader does not apply. */
  static ScanException unsupported(String tablePath, String feature, String remedy) {
    return new ScanException(
        "table " + tablePath + " uses " + feature + ", which Tapedeck does not read; " + remedy);
  }

  /** Rows that nobody accounts for. */
  static ScanException miscounted(String place, long rowsInFiles, long rowsRecorded) {
    return new ScanException(
        place
            + ": the files hold "
            + rowsInFiles
            + " rows, but partition_digests records "
            + rowsRecorded
            + "; the table was changed outside Tapedeck: restore it, or ingest these dates again");
  }

  /** A partition without a digest. */
  static ScanException unrecorded(String place, String table, String symbol) {
    return new ScanException(
        place
            + " is not in partition_digests: writing it was interrupted, or Tapedeck did not write"
            + " it; ingest it again, or record it as it is with: tapedeck compact --table "
            + table
            + " --symbols "
            + symbol);
  }

  /** Bars without a digest. */
  static ScanException unrecordedBars(String place) {
    return new ScanException(
        place
            + " are not in partition_digests: writing them was interrupted, or Tapedeck did not"
            + " write them; build them again with: tapedeck bars, or ingest them again with --reread");
  }

  /** A version that a plan pinned and that a vacuum took. */
  static ScanException gone(String tablePath, long version, String what) {
    return new ScanException(
        "version "
            + version
            + " of "
            + tablePath
            + " cannot be read any more ("
            + what
            + "): it was vacuumed, or the table was made anew; ask for the data as it is now");
  }

  /** A symbol, an instrument, a calendar or a table that is not there. */
  static ScanException absent(String problem, String remedy) {
    return new ScanException(problem + "; " + remedy);
  }
}
