package io.tapedeck.lake.scan;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups files into partitions and checks their rows against what was recorded. */
final class PartitionPlanner {
  private static final Comparator<TickPartition> ORDER =
      Comparator.comparing(TickPartition::table)
          .thenComparing(TickPartition::symbol)
          .thenComparing(TickPartition::date);

  private final List<StreamKey> streams;
  private final Map<PartitionDigests.Key, PartitionDigests.Digest> recorded;

  private final Map<PartitionDigests.Key, PartitionDigests.Digest> recordedBars;

  PartitionPlanner(References references, List<StreamKey> streams, ScanRequest request) {
    this.streams = streams;
    this.recordedBars =
        request.bars() == null
            ? Map.of()
            : references.barDigests(request.symbols(), request.bars().length());
    this.recorded =
        references.digests(
            request.symbols(),
            References.calendarStart(request.first()).withDayOfYear(1),
            request.last());
  }

  /** The partitions of these files, in order. */
  List<TickPartition> partitions(Map<PartitionFilter, List<AddedFile>> files) {
    List<TickPartition> partitions = new ArrayList<>();
    files.forEach((filter, found) -> partitions.addAll(partitions(filter, found)));
    partitions.sort(ORDER);
    return partitions;
  }

  private List<TickPartition> partitions(PartitionFilter filter, List<AddedFile> files) {
    Map<String, Map<LocalDate, List<DataFile>>> grouped = new TreeMap<>();
    for (AddedFile file : files) {
      grouped
          .computeIfAbsent(file.partitionValues().get(Columns.SYMBOL), s -> new TreeMap<>())
          .computeIfAbsent(filter.date(file.partitionValues()), d -> new ArrayList<>())
          .add(dataFile(filter.table(), file));
    }
    List<TickPartition> partitions = new ArrayList<>();
    grouped.forEach(
        (symbol, dates) ->
            dates.forEach(
                (date, group) -> {
                  group.sort(Comparator.comparing(DataFile::path));
                  if (filter.table() == LakeTable.BARS) {
                    partitions.addAll(bars(filter, symbol, date, group));
                  } else {
                    partitions.add(partition(filter.table(), symbol, date, group));
                  }
                }));
    return partitions;
  }

  /** None where no row is of the bars asked for. */
  private List<TickPartition> bars(
      PartitionFilter filter, String symbol, LocalDate month, List<DataFile> files) {
    boolean isRead =
        streams.stream()
            .anyMatch(key -> key.table() == LakeTable.BARS && key.symbol().equals(symbol));
    return isRead
        ? new BarPartitions(recordedBars, filter.bars().length(), filter).of(symbol, month, files)
        : List.of();
  }

  private DataFile dataFile(LakeTable table, AddedFile file) {
    int stream =
        table == LakeTable.BARS // not every row of a file may be of the bars asked for
            ? DataFile.MIXED
            : StreamPlanner.streamOf(table, file)
                .map(key -> Collections.binarySearch(streams, key))
                .orElse(DataFile.MIXED);
    long rows =
        file.statistics()
            .rows()
            .orElseThrow(
                () ->
                    ScanException.absent(
                        "the table's log does not say how many rows are in " + file.path(),
                        "rewrite the partition with: tapedeck compact"));
    return new DataFile(file.path(), file.bytes(), rows, stream);
  }

  private TickPartition partition(
      LakeTable table, String symbol, LocalDate date, List<DataFile> files) {
    PartitionDigests.Digest record =
        recorded.get(
            new PartitionDigests.Key(table.folder(), symbol, date, PartitionDigests.NO_BAR));
    long rows = files.stream().mapToLong(DataFile::rows).sum();
    String digest = record == null ? "" : record.contentDigest();
    TickPartition partition = new TickPartition(table, symbol, date, files, digest, rows);
    if (record == null) {
      throw ScanException.unrecorded(partition.place(), table.folder(), symbol);
    }
    if (record.rowCount() != rows) {
      throw ScanException.miscounted(partition.place(), rows, record.rowCount());
    }
    return partition;
  }
}
