package io.tapedeck.lake.ingest;

import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionKey;
import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the first pass found in a file.
 *
 * @param table where its rows go; null if its name does not say
 * @param digest SHA-256 of its bytes, hexadecimal; empty if it was not read
 * @param refusal why it is refused; null if it is not
 * @param detail what exactly is wrong with it; empty if it is not refused
 * @param partitions how many table rows it has in each partition
 * @param fineness the finest decimals of each symbol
 */
record FileVerdict(
    SourceFile file,
    LakeTable table,
    String digest,
    RefusalReason refusal,
    String detail,
    IntakeCounts counts,
    SortedMap<PartitionKey, Long> partitions,
    SortedMap<String, Fineness> fineness)
    implements Serializable {
  static FileVerdict refused(
      SourceFile file, LakeTable table, String digest, RefusalReason reason, String detail) {
    return new FileVerdict(
        file, table, digest, reason, detail, IntakeCounts.NONE, new TreeMap<>(), new TreeMap<>());
  }

  /** A file whose bytes have been taken before: it was not read further. */
  static FileVerdict known(SourceFile file, LakeTable table, String digest) {
    return refused(file, table, digest, null, "");
  }

  boolean isRefused() {
    return refusal != null;
  }

  FileVerdict refusedFor(RefusalReason reason, String why) {
    return refused(file, table, digest, reason, why);
  }

  FileVerdict withCounts(IntakeCounts other) {
    return new FileVerdict(file, table, digest, refusal, detail, other, partitions, fineness);
  }
}
