package io.tapedeck.lake.ingest;

/** What becomes of a source row. */
public enum RowVerdict {
  KEPT,
  /** Taken before: the same venue trade id or sequence number. */
  DUPLICATE,
  /** Marked by its vendor as not to be trusted; excluded unless asked for. */
  SUSPICIOUS,
  /** Not as many columns as the format has. */
  COLUMNS,
  BAD_TIME,
  /** A wall-clock time that the change to summer time skips. */
  LOCAL_TIME_GAP,
  /** Earlier than the row before it, in a format whose rows build on each other. */
  OUT_OF_ORDER,
  BAD_PRICE,
  BAD_SIZE,
  BAD_SIDE,
  BAD_SYMBOL,
  BAD_SEQUENCE,
  /** A bar of a day on which its market has no session. */
  NO_SESSION,
  /** High, low, open and close that contradict each other. */
  BAD_BAR,
  BAD_NUMBER,
  /** More than nine significant decimals. */
  TOO_FINE,
  /** A billion or more. */
  TOO_LARGE,
  /** Not a whole number of the instrument's ticks or lots. */
  OFF_QUANTUM;

  /** Whether the row goes to the quarantine. */
  public boolean isQuarantined() {
    return this != KEPT && this != DUPLICATE;
  }

  /** Whether the row counts against the share a file may lose. */
  public boolean isDamage() {
    return isQuarantined() && this != SUSPICIOUS;
  }
}
