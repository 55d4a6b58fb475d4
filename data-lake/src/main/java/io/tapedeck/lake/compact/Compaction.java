package io.tapedeck.lake.compact;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import io.tapedeck.core.contract.Require;
import io.tapedeck.lake.scan.DataFile;
import io.tapedeck.lake.scan.FileOrder;
import io.tapedeck.lake.scan.PartitionListing;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import io.tapedeck.lake.table.PartitionKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Rewrites partitions of ticks or signals as one file each, sorted by (ts_event, seq).
 *
 * <p>Rows and digests stay the same: both are compared before the commit and read back after it.
 * The commit says {@code dataChange = false}, so readers of changes see none. A partition that is
 * already one sorted file is left alone, so a second run does nothing. Above {@value #FILE_BYTES}
 * bytes a partition becomes several files, each sorted.
 */
public final class Compaction {
  static final long FILE_BYTES = 192L << 20;

  private static final Set<LakeTable> SORTABLE =
      Set.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.SIGNALS);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int PARTITIONS_A_COMMIT = 1_000;
  private static final int MOST_TASKS = 200;

  private final Lake lake;
  private final LakeTable table;

  private Compaction(Lake lake, LakeTable table) {
    this.lake = lake;
    this.table = table;
  }

  /**
   * Compacts partitions of a table.
   *
   * @param symbols instruments; all if empty
   * @param first first session date; of signals its year counts
   * @param last last session date, included
   * @throws CompactionException if a partition is not what was recorded of it
   * @throws io.tapedeck.lake.table.LakeBusyException if another process keeps writing
   */
  public static CompactionReport run(
      Lake lake, LakeTable table, Collection<String> symbols, LocalDate first, LocalDate last) {
    Require.that(
        SORTABLE.contains(table),
        "only trades, quotes and signals are compacted, not %s",
        table.folder());
    try (LakeLock lock = LakeLock.acquire(lake, PATIENCE)) {
      return new Compaction(lake, table).run(symbols, first, last);
    }
  }

  private CompactionReport run(Collection<String> symbols, LocalDate first, LocalDate last) {
    PartitionListing before = PartitionListing.of(lake, table, symbols, first, last);
    Map<PartitionDigests.Key, PartitionDigests.Digest> recorded =
        PartitionDigests.load(lake, table);
    List<PartitionKey> loose = loose(before.files());
    for (int from = 0; from < loose.size(); from += PARTITIONS_A_COMMIT) {
      List<PartitionKey> some =
          loose.subList(from, Math.min(loose.size(), from + PARTITIONS_A_COMMIT));
      rewrite(some, rowsPerFile(some, before), recorded);
    }
    List<PartitionKey> unrecorded =
        before.files().keySet().stream().filter(key -> !recorded.containsKey(key(key))).toList();
    PartitionDigests.update(lake, table, unrecorded);
    PartitionListing after =
        loose.isEmpty() ? before : PartitionListing.of(lake, table, symbols, first, last);
    return new CompactionReport(
        before.files().size(),
        loose.size(),
        files(before).size(),
        files(after).size(),
        bytes(files(before)),
        bytes(files(after)),
        unrecorded.size());
  }

  /** The partitions that are in more files than they need or in one that is not sorted. */
  private List<PartitionKey> loose(SortedMap<PartitionKey, List<DataFile>> files) {
    List<PartitionKey> loose = new ArrayList<>();
    List<PartitionKey> tight = new ArrayList<>();
    files.forEach((key, some) -> (some.size() > filesNeeded(bytes(some)) ? loose : tight).add(key));
    if (!tight.isEmpty()) {
      loose.addAll(unsorted(tight, files));
    }
    return loose;
  }

  private List<PartitionKey> unsorted(
      List<PartitionKey> keys, SortedMap<PartitionKey, List<DataFile>> files) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sc(), lake.hadoopConfiguration());
    List<Candidate> candidates =
        keys.stream().map(key -> new Candidate(key, List.copyOf(files.get(key)))).toList();
    try {
      return spark
          .parallelize(candidates, Math.min(MOST_TASKS, candidates.size()))
          .filter(candidate -> candidate.isUnsorted(hadoop.value()))
          .map(Candidate::key)
          .collect();
    } finally {
      hadoop.unpersist();
    }
  }

  private void rewrite(
      List<PartitionKey> keys,
      long rowsPerFile,
      Map<PartitionDigests.Key, PartitionDigests.Digest> recorded) {
    long version = latestVersion();
    String condition = PartitionKey.condition(keys);
    Dataset<Row> rows = read(version).where(condition);
    Map<PartitionDigests.Key, PartitionDigests.Digest> digests =
        PartitionDigests.compute(table, rows);
    digests.forEach(
        (key, found) -> {
          PartitionDigests.Digest expected = recorded.getOrDefault(key, found);
          if (!expected.equals(found)) {
            throw CompactionException.changed(key, expected, found);
          }
        });
    write(rows, condition, keys.size(), rowsPerFile);
    if (!PartitionDigests.compute(table, lake.read(table).where(condition)).equals(digests)) {
      DeltaTable.forPath(lake.spark(), lake.path(table)).restoreToVersion(version);
      throw CompactionException.rolledBack(table.folder(), version);
    }
  }

  private long latestVersion() {
    return DeltaTable.forPath(lake.spark(), lake.path(table)).history(1).first().getAs("version");
  }

  private Dataset<Row> read(long version) {
    return lake.spark()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(lake.path(table));
  }

  private void write(Dataset<Row> rows, String condition, int partitions, long rowsPerFile) {
    Column[] partitionColumns =
        table.partitionColumns().stream().map(name -> col(name)).toArray(Column[]::new);
    Column[] order =
        Stream.concat(
                Stream.of(partitionColumns), Stream.of(col(Columns.TS_EVENT), col(Columns.SEQ)))
            .toArray(Column[]::new);
    rows.repartition(Math.min(MOST_TASKS, partitions), partitionColumns)
        .sortWithinPartitions(order)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("replaceWhere", condition)
        .option("dataChange", "false")
        .option("maxRecordsPerFile", rowsPerFile)
        .save(lake.path(table));
  }

  private static long rowsPerFile(List<PartitionKey> keys, PartitionListing listing) {
    List<DataFile> files = keys.stream().flatMap(key -> listing.files().get(key).stream()).toList();
    long rows = files.stream().mapToLong(DataFile::rows).sum();
    return Math.max(1, FILE_BYTES / Math.max(1, bytes(files) / Math.max(1, rows)));
  }

  private static List<DataFile> files(PartitionListing listing) {
    return listing.files().values().stream().flatMap(List::stream).toList();
  }

  private static long bytes(List<DataFile> files) {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }

  private static long filesNeeded(long bytes) {
    return Math.max(1, (bytes + FILE_BYTES - 1) / FILE_BYTES);
  }

  private static PartitionDigests.Key key(PartitionKey partition) {
    LocalDate date =
        partition.table() == LakeTable.SIGNALS
            ? LocalDate.of(Integer.parseInt(partition.value(Columns.YEAR)), 1, 1)
            : LocalDate.parse(partition.value(Columns.DATE));
    return new PartitionDigests.Key(
        partition.table().folder(), partition.symbol(), date, PartitionDigests.NO_BAR);
  }

  /** A partition whose files may be out of order. */
  private record Candidate(PartitionKey key, List<DataFile> files) implements java.io.Serializable {
    boolean isUnsorted(SerializableConfiguration hadoop) {
      return !files.stream().allMatch(file -> FileOrder.isSorted(hadoop.value(), file));
    }
  }
}
