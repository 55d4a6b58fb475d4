package io.tapedeck.lake.history;

import java.time.Instant;

/** A vacuum that would take files from a version that is pinned; nothing was deleted. */
public final class VacuumException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private VacuumException(String message) {
    super(message);
  }

  /** A retention that is too short. */
  static VacuumException crosses(
      String table, long version, PinnedVersions.Pin pin, Instant removed, long days) {
    return new VacuumException(
        String.format(
            "vacuum would make version %d of %s unreadable, which %s needs: files of it were removed"
                + " at %s; give --retain-days %d or more",
            version, table, pin, removed, days));
  }
}
