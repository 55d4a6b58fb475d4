package io.tapedeck.lake.scan;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Cuts the files of one instrument's bars into months, as their digests are.
 *
 * <p>Bars shorter than a day lie in a partition of each month. Those of a day lie in one partition:
 * its files are those of every month, and its rows are counted together.
 */
final class BarPartitions {
  private static final String DAY = "1d";

  private final Map<PartitionDigests.Key, PartitionDigests.Digest> recorded;
  private final BarLength length;
  private final PartitionFilter filter;

  /**
   * Bars of one length.
   *
   * @param recorded digests of bars, of all months
   */
  BarPartitions(
      Map<PartitionDigests.Key, PartitionDigests.Digest> recorded,
      BarLength length,
      PartitionFilter filter) {
    this.recorded = recorded;
    this.length = length;
    this.filter = filter;
  }

  /** Whether all months of these bars share one partition. */
  static boolean areUndated(BarLength length) {
    return length.toString().equals(DAY);
  }

  /**
   * The months of some files.
   *
   * @param month of the partition; of bars of a day of no consequence
   */
  List<TickPartition> of(String symbol, LocalDate month, List<DataFile> files) {
    long rows = files.stream().mapToLong(DataFile::rows).sum();
    List<PartitionDigests.Key> months =
        areUndated(length)
            ? recorded.keySet().stream()
                .filter(key -> key.symbol().equals(symbol))
                .sorted(Comparator.comparing(PartitionDigests.Key::date))
                .toList()
            : List.of(key(symbol, month));
    List<TickPartition> partitions = new ArrayList<>();
    long expected = 0;
    for (PartitionDigests.Key key : months) {
      PartitionDigests.Digest digest = recorded.get(key);
      if (digest == null) {
        continue;
      }
      expected += digest.rowCount();
      if (filter.isInMonths(key.date())) {
        partitions.add(
            new TickPartition(
                LakeTable.BARS,
                symbol,
                key.date(),
                files,
                digest.contentDigest(),
                digest.rowCount()));
      }
    }
    check(symbol, month, rows, expected);
    return partitions;
  }

  private void check(String symbol, LocalDate month, long rows, long expected) {
    String place =
        areUndated(length)
            ? length + " bars of " + symbol
            : length + " bars of " + symbol + " in the month from " + month;
    if (expected == 0) {
      throw ScanException.unrecordedBars(place);
    }
    if (expected != rows) {
      throw ScanException.miscounted(place, rows, expected);
    }
  }

  private PartitionDigests.Key key(String symbol, LocalDate month) {
    return new PartitionDigests.Key(LakeTable.BARS.folder(), symbol, month, length.toString());
  }
}
