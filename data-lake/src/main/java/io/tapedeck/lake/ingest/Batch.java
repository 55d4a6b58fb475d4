package io.tapedeck.lake.ingest;

import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Files of one table that are committed together.
 *
 * @param replaced the partitions that hold rows of an earlier version of one of the files
 */
record Batch(LakeTable table, List<FileVerdict> files, Set<PartitionKey> replaced) {
  private static final int MAX_PARTITIONS = 400;

  /** Cuts files, given in the order of their names, into batches of some partitions each. */
  static List<Batch> cut(List<FileVerdict> files, Map<String, Set<PartitionKey>> replacedByFile) {
    Map<LakeTable, List<Batch>> byTable = new TreeMap<>();
    for (FileVerdict file : files) {
      List<Batch> batches = byTable.computeIfAbsent(file.table(), t -> new ArrayList<>());
      Set<PartitionKey> replaced = replacedByFile.getOrDefault(file.file().logicalName(), Set.of());
      if (batches.isEmpty() || last(batches).isFull(file, replaced)) {
        batches.add(new Batch(file.table(), new ArrayList<>(), new TreeSet<>()));
      }
      last(batches).files.add(file);
      last(batches).replaced.addAll(replaced);
    }
    return byTable.values().stream().flatMap(List::stream).toList();
  }

  /** Every partition whose rows change. */
  SortedSet<PartitionKey> affected() {
    TreeSet<PartitionKey> keys = new TreeSet<>(replaced);
    files.forEach(file -> keys.addAll(file.partitions().keySet()));
    return keys;
  }

  List<String> names() {
    return files.stream().map(file -> file.file().logicalName()).toList();
  }

  private boolean isFull(FileVerdict next, Set<PartitionKey> more) {
    SortedSet<PartitionKey> keys = affected();
    keys.addAll(next.partitions().keySet());
    keys.addAll(more);
    return !files.isEmpty() && keys.size() > MAX_PARTITIONS;
  }

  private static Batch last(List<Batch> batches) {
    return batches.get(batches.size() - 1);
  }
}
