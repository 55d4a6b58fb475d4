package io.tapedeck.lake.table;

/** Another writer holds the lake; trying again later may succeed (exit code 75). */
public final class LakeBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LakeBusyException(String root, long waitedSeconds) {
    super(
        "lake "
            + root
            + " is being written by another process; waited "
            + waitedSeconds
            + " s for it; try again when it has finished");
  }
}
