package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;

/**
 * How far a compressed file may expand.
 *
 * @param maxBytes largest uncompressed size, in bytes; positive
 * @param maxRatio largest uncompressed size over compressed size, once {@link #RATIO_FROM_BYTES}
 *     have come out; market data compresses 5 to 20 times; at least 2
 */
public record ArchiveLimits(long maxBytes, int maxRatio) implements Serializable {
  /** Below this uncompressed size, in bytes, no ratio is a danger. */
  static final long RATIO_FROM_BYTES = 1L << 19;

  /** 64 GiB and 200 times. */
  public static final ArchiveLimits DEFAULT = new ArchiveLimits(64L << 30, 200);

  public ArchiveLimits {
    Require.that(maxBytes > 0, "maxBytes must be positive, was %d", maxBytes);
    Require.that(maxRatio >= 2, "maxRatio must be at least 2, was %d", maxRatio);
  }

  void check(long expanded, long compressed) throws RefusedFileException {
    if (expanded > maxBytes) {
      throw new RefusedFileException(
          RefusalReason.UNSAFE_ARCHIVE,
          "expands beyond the limit of " + maxBytes + " bytes; split the file");
    }
    if (expanded > RATIO_FROM_BYTES && expanded / maxRatio > compressed) {
      throw new RefusedFileException(
          RefusalReason.UNSAFE_ARCHIVE,
          "expands more than "
              + maxRatio
              + " times ("
              + compressed
              + " bytes to over "
              + expanded
              + "): taken for a zip bomb");
    }
  }
}
