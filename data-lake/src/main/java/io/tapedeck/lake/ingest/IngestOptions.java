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
 * @param only which files of the source are taken; the others are passed over, and keep their names
 *     and what was taken of them
 */
public record IngestOptions(
    double maxQuarantined,
    boolean reread,
    boolean replaceDisjoint,
    ArchiveLimits archiveLimits,
    Duration lockPatience,
    NamePattern only)
    implements Serializable {
  /** 0.1 %, nothing read again, a minute's patience, all files. */
  public static final IngestOptions DEFAULT =
      new IngestOptions(
          0.001, false, false, ArchiveLimits.DEFAULT, Duration.ofMinutes(1), NamePattern.ALL);

  public IngestOptions {
    Require.that(
        maxQuarantined >= 0 && maxQuarantined <= 1,
        "maxQuarantined must be a share from 0 to 1, was %s",
        maxQuarantined);
  }

  public IngestOptions withMaxQuarantined(double share) {
    return new IngestOptions(share, reread, replaceDisjoint, archiveLimits, lockPatience, only);
  }

  public IngestOptions withReread() {
    return new IngestOptions(
        maxQuarantined, true, replaceDisjoint, archiveLimits, lockPatience, only);
  }

  public IngestOptions withReplaceDisjoint() {
    return new IngestOptions(maxQuarantined, reread, true, archiveLimits, lockPatience, only);
  }

  public IngestOptions withArchiveLimits(ArchiveLimits limits) {
    return new IngestOptions(maxQuarantined, reread, replaceDisjoint, limits, lockPatience, only);
  }

  public IngestOptions withLockPatience(Duration patience) {
    return new IngestOptions(
        maxQuarantined, reread, replaceDisjoint, archiveLimits, patience, only);
  }

  public IngestOptions withOnly(NamePattern names) {
    return new IngestOptions(
        maxQuarantined, reread, replaceDisjoint, archiveLimits, lockPatience, names);
  }
}
