package io.tapedeck.lake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import io.tapedeck.lake.table.PartitionKey;
import io.tapedeck.lake.table.SqlText;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Commits a batch: its rows in place of those of earlier versions, then what goes to the
 * quarantine, then the digests. A crash in between leaves the rest to the next run, which begins
 * the batch again and ends with the same tables.
 */
final class BatchWriter {
  private static final int MAX_TASKS_FOR_FILES = 1_000;

  private final Lake lake;
  private final SourceRows rows;
  private final String source;
  private final CommitHook hook;

  BatchWriter(Lake lake, SourceRows rows, String source, CommitHook hook) {
    this.lake = lake;
    this.rows = rows;
    this.source = source;
    this.hook = hook;
  }

  /**
   * Commits a batch.
   *
   * @return duplicates found in files of other names, by logical file name
   */
  Map<String, Long> write(Batch batch) {
    LakeTable table = batch.table();
    boolean isNew = LakeTables.createIfMissing(lake, table);
    SortedSet<PartitionKey> affected = batch.affected();
    Map<String, Long> duplicates = Map.of();
    if (!affected.isEmpty()) {
      String condition = PartitionKey.condition(affected);
      Column ofBatch = ofFiles(Columns.SOURCE_FILE, batch.names());
      Dataset<Row> others = lake.read(table).where(condition).where(not(ofBatch));
      Dataset<Row> added = keptRows(batch);
      boolean isShared = !isNew && !lake.read(table).where(condition).isEmpty();
      if (rows.plan().format().hasIdentity()) {
        IdentityFilter filter = new IdentityFilter(table, source);
        Dataset<Row> fresh = filter.fresh(added, others);
        duplicates = filter.countLost(batch, fresh);
        added = fresh;
      }
      hook.before("data");
      if (isShared) {
        PartitionDigests.forget(lake, affected);
      }
      Dataset<Row> content = isShared ? others.unionByName(added) : added;
      LakeTables.replace(
          lake, table, sorted(table, content, affected.size()), isShared ? condition : null);
    }
    hook.before("quarantine");
    writeQuarantine(batch);
    hook.before("digests");
    PartitionDigests.update(lake, table, affected);
    return duplicates;
  }

  /** One task for some partitions, whose rows it writes in the table's order. */
  private Dataset<Row> sorted(LakeTable table, Dataset<Row> content, int partitions) {
    int tasks = Math.min(partitions, 4 * lake.spark().sparkContext().defaultParallelism());
    return content
        .repartition(tasks, columns(table.partitionColumns()))
        .sortWithinPartitions(columns(RowShape.order(table)));
  }

  /** Replaces what the quarantine has of the batch's files; most have nothing and had nothing. */
  private void writeQuarantine(Batch batch) {
    boolean adds = batch.files().stream().anyMatch(file -> file.counts().quarantined() > 0);
    boolean had =
        LakeTables.exists(lake, LakeTable.QUARANTINE)
            && !lake.read(LakeTable.QUARANTINE)
                .where(ofFiles(Columns.FILE, batch.names()))
                .isEmpty();
    if (!adds && !had) {
      return;
    }
    LakeTables.createIfMissing(lake, LakeTable.QUARANTINE);
    List<FileVerdict> files =
        batch.files().stream().filter(file -> file.counts().quarantined() > 0).toList();
    SourceRows pass = rows;
    JavaRDD<Row> refused = parallel(files).flatMap(pass::quarantined);
    LakeTables.replace(
        lake,
        LakeTable.QUARANTINE,
        lake.spark().createDataFrame(refused, LakeTable.QUARANTINE.schema()).coalesce(1),
        had ? condition(batch.names()) : null);
  }

  private Dataset<Row> keptRows(Batch batch) {
    SourceRows pass = rows;
    return lake.spark()
        .createDataFrame(parallel(batch.files()).flatMap(pass::kept), batch.table().schema());
  }

  private JavaRDD<FileVerdict> parallel(List<FileVerdict> files) {
    int tasks = Math.max(1, Math.min(files.size(), MAX_TASKS_FOR_FILES));
    return JavaSparkContext.fromSparkContext(lake.spark().sparkContext()).parallelize(files, tasks);
  }

  private Column ofFiles(String fileColumn, List<String> names) {
    return col(Columns.SOURCE).equalTo(source).and(col(fileColumn).isin(names.toArray()));
  }

  private String condition(List<String> names) {
    return "`"
        + Columns.SOURCE
        + "` = "
        + SqlText.quoted(source)
        + " AND "
        + SqlText.in(Columns.FILE, names);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
  }
}
