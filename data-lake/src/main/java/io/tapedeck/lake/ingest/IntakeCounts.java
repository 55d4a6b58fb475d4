package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;

/**
 * What became of the rows of a file; nothing is lost: {@code read = kept + duplicate +
 * quarantined}.
 *
 * @param read source rows; blank lines and the header are none
 * @param kept source rows taken
 * @param duplicate source rows taken before
 * @param quarantined source rows refused or excluded
 * @param suspicious how many of those quarantined were excluded on their vendor's word
 * @param derived table rows made from the rows kept
 * @param rounded how many of those kept were rounded because their mapping asks for it
 */
public record IntakeCounts(
    long read,
    long kept,
    long duplicate,
    long quarantined,
    long suspicious,
    long derived,
    long rounded)
    implements Serializable {
  static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0, 0, 0, 0);

  public IntakeCounts {
    Require.that(
        read == kept + duplicate + quarantined,
        "rows are lost: read %d, kept %d, duplicate %d, quarantined %d",
        read,
        kept,
        duplicate,
        quarantined);
  }

  IntakeCounts plus(IntakeCounts other) {
    return new IntakeCounts(
        read + other.read,
        kept + other.kept,
        duplicate + other.duplicate,
        quarantined + other.quarantined,
        suspicious + other.suspicious,
        derived + other.derived,
        rounded + other.rounded);
  }

  /** The same with some rows known to have been taken before, in another file. */
  IntakeCounts withDuplicates(long more) {
    return new IntakeCounts(
        read, kept - more, duplicate + more, quarantined, suspicious, derived - more, rounded);
  }

  /** Share of the rows read that cannot be read; from 0 to 1. */
  double damagedShare() {
    return read == 0 ? 0 : (double) (quarantined - suspicious) / read;
  }
}
