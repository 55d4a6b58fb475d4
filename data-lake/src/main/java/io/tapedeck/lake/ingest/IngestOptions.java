package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.time.Duration;

/**
 * How files are taken.
 *
 * @param maxQuarantined largest share of a file's rows that may be damaged, from 0 to 1; a file
 *     with more is refused; rows excluded as suspicious do not count
 * @param reread whether files are taken again although the same bytes are in force already
 * @param replaceDisjoint whether a new version of a file may replace one with which it shares no
 *     partition; mostly that is another file of the same name, and refused
 * @param lockPatience how long to wait for another writer of a local lake
 */
public record IngestOptions(
    double maxQuarantined,
    boolean reread,
    boolean replaceDisjoint,
    ArchiveLimits archiveLimits,
    Duration lockPatience)
    implements Serializable {
  /** 0.1 %, nothing read again, a minute's patience. */
  public static final IngestOptions DEFAULT =
      new IngestOptions(0.001, false, false, ArchiveLimits.DEFAULT, Duration.ofMinutes(1));

  public IngestOptions {
    Require.that(
        maxQuarantined >= 0 && maxQuarantined <= 1,
        "maxQuarantined must be a share from 0 to 1, was %s",
        maxQuarantined);
  }

  public IngestOptions withMaxQuarantined(double share) {
    return new IngestOptions(share, reread, replaceDisjoint, archiveLimits, lockPatience);
  }

  public IngestOptions withReread() {
    return new IngestOptions(maxQuarantined, true, replaceDisjoint, archiveLimits, lockPatience);
  }

  public IngestOptions withReplaceDisjoint() {
    return new IngestOptions(maxQuarantined, reread, true, archiveLimits, lockPatience);
  }

  public IngestOptions withArchiveLimits(ArchiveLimits limits) {
    return new IngestOptions(maxQuarantined, reread, replaceDisjoint, limits, lockPatience);
  }

  public IngestOptions withLockPatience(Duration patience) {
    return new IngestOptions(maxQuarantined, reread, replaceDisjoint, archiveLimits, patience);
  }
}
