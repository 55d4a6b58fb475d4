package io.tapedeck.lake.scan;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a table's partitions at its latest version.
 *
 * @param version the version; -1 if there is no such table
 * @param files by partition, in order; the streams of files are not told
 */
public record PartitionListing(long version, SortedMap<PartitionKey, List<DataFile>> files) {
  private static final long UNKNOWN_ROWS = -1;

  /**
   * Lists a table of ticks or signals.
   *
   * @param symbols instruments; all if empty
   * @param first first session date; of signals its year counts
   * @param last last session date, included
   * @throws ScanException if the table has deletion vectors or column mapping
   */
  public static PartitionListing of(
      Lake lake, LakeTable table, Collection<String> symbols, LocalDate first, LocalDate last) {
    SortedMap<PartitionKey, List<DataFile>> files = new TreeMap<>();
    var snapshot =
        DeltaSnapshot.open(lake.hadoopConfiguration(), lake.path(table), OptionalLong.empty());
    if (snapshot.isEmpty()) {
      return new PartitionListing(-1, files);
    }
    PartitionFilter filter = new PartitionFilter(table, symbols, first, last);
    for (AddedFile file : snapshot.get().files(filter.predicate())) {
      files
          .computeIfAbsent(key(table, file.partitionValues()), key -> new ArrayList<>())
          .add(
              new DataFile(
                  file.path(),
                  file.bytes(),
                  file.statistics().rows().orElse(UNKNOWN_ROWS),
                  DataFile.MIXED));
    }
    return new PartitionListing(snapshot.get().version(), files);
  }

  private static PartitionKey key(LakeTable table, Map<String, String> values) {
    String last = table == LakeTable.SIGNALS ? Columns.YEAR : Columns.DATE;
    return new PartitionKey(table, List.of(values.get(Columns.SYMBOL), values.get(last)));
  }
}
