package io.tapedeck.lake.scan;

import io.delta.kernel.Snapshot;
import io.delta.kernel.SnapshotBuilder;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;

/**
 * A version of a Delta table, read by Delta Kernel.
 *
 * <p>Refuses what the vectorised reader would read wrong: column mapping and deletion vectors.
 */
final class DeltaSnapshot {
  private static final String MAPPING_MODE = "delta.columnMapping.mode";

  private final String path;
  private final Engine engine;
  private final Snapshot snapshot;

  private DeltaSnapshot(String path, Engine engine, Snapshot snapshot) {
    this.path = path;
    this.engine = engine;
    this.snapshot = snapshot;
  }

  /**
   * A version of the table in this folder, by default the latest.
   *
   * @return empty if there is no table
   */
  static Optional<DeltaSnapshot> open(Configuration hadoop, String path, OptionalLong version) {
    Engine engine = DefaultEngine.create(hadoop);
    SnapshotBuilder builder = TableManager.loadSnapshot(path);
    if (version.isPresent()) {
      builder = builder.atVersion(version.getAsLong());
    }
    try {
      DeltaSnapshot snapshot = new DeltaSnapshot(path, engine, builder.build(engine));
      snapshot.refuseColumnMapping();
      return Optional.of(snapshot);
    } catch (TableNotFoundException e) {
      return Optional.empty();
    }
  }

  long version() {
    return snapshot.getVersion();
  }

  /** Live files whose partition values meet this predicate. */
  List<AddedFile> files(Predicate partitions) {
    ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().withFilter(partitions).build();
    List<AddedFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(row -> files.add(file(row)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log of " + path + " cannot be read", e);
    }
    return files;
  }

  private AddedFile file(Row row) {
    String file = InternalScanFileUtils.getAddFileStatus(row).getPath();
    if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(row) != null) {
      throw ScanException.unsupported(
          path,
          "deletion vectors (feature deletionVectors, in " + file + ")",
          "set delta.enableDeletionVectors = false and run REORG TABLE ... APPLY (PURGE)");
    }
    AddFile added = new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
    return new AddedFile(
        file,
        added.getSize(),
        InternalScanFileUtils.getPartitionValues(row),
        FileStatistics.parse(file, added.getStatsJson()));
  }

  private void refuseColumnMapping() {
    String mode = snapshot.getTableProperties().getOrDefault(MAPPING_MODE, "none");
    if (!mode.equals("none")) {
      throw ScanException.unsupported(
          path,
          "column mapping (feature columnMapping, mode " + mode + ")",
          "write it anew with " + MAPPING_MODE + " = none");
    }
  }
}
