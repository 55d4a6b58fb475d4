package io.tapedeck.lake.scan;

import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.expressions.AlwaysTrue;
import io.delta.kernel.expressions.Predicate;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Versions of a lake's input tables: the latest ones, and whether older ones can still be read. */
public final class LakeVersions {
  /** Small tables that a scan reads whole. */
  static final List<LakeTable> WHOLE =
      List.of(LakeTable.INSTRUMENTS, LakeTable.CALENDARS, LakeTable.PARTITION_DIGESTS);

  private LakeVersions() {}

  /** The version of each table that scans read, now; a table that does not exist has none. */
  public static Map<LakeTable, Long> latest(Lake lake, Collection<LakeTable> tables) {
    Map<LakeTable, Long> versions = new EnumMap<>(LakeTable.class);
    Set<LakeTable> all = new TreeSet<>(tables);
    all.addAll(WHOLE);
    for (LakeTable table : all) {
      open(lake, table).ifPresent(snapshot -> versions.put(table, snapshot.version()));
    }
    return versions;
  }

  /**
   * Refuses a lake as it was if a version has gone; of the tables of ticks the files are left to
   * {@link ScanPlanner}, which knows which ones are wanted.
   *
   * @throws ScanException naming the table and the version
   */
  public static void requireReadable(Lake pinned) {
    for (LakeTable table : pinned.versions().orElse(Map.of()).keySet()) {
      DeltaSnapshot snapshot = open(pinned, table).orElseThrow();
      if (WHOLE.contains(table)) {
        List<AddedFile> files = snapshot.files(AlwaysTrue.ALWAYS_TRUE);
        requireFiles(pinned, table, files, AlwaysTrue.ALWAYS_TRUE);
      }
    }
  }

  /** The version of a table that this lake is read at, the latest if it says none. */
  static Optional<DeltaSnapshot> open(Lake lake, LakeTable table) {
    Configuration hadoop = lake.hadoopConfiguration();
    if (lake.versions().isEmpty()) {
      return DeltaSnapshot.open(hadoop, lake.path(table), OptionalLong.empty());
    }
    Long version = lake.versions().get().get(table);
    if (version == null) {
      return Optional.empty();
    }
    try {
      Optional<DeltaSnapshot> snapshot =
          DeltaSnapshot.open(hadoop, lake.path(table), OptionalLong.of(version));
      if (snapshot.isPresent()) {
        return snapshot;
      }
    } catch (KernelException gone) {
      throw ScanException.gone(lake.path(table), version, gone.getMessage());
    }
    throw ScanException.gone(lake.path(table), version, "there is no table");
  }

  /**
   * Refuses files of an older version that are there no more. Only those that the latest version
   * does not have are looked for: no vacuum takes the others.
   */
  static void requireFiles(
      Lake pinned, LakeTable table, List<AddedFile> files, Predicate partitions) {
    Configuration hadoop = pinned.hadoopConfiguration();
    long version = pinned.versions().orElseThrow().get(table);
    DeltaSnapshot now =
        DeltaSnapshot.open(hadoop, pinned.path(table), OptionalLong.empty()).orElseThrow();
    if (now.version() == version) {
      return;
    }
    Set<String> live = new TreeSet<>();
    now.files(partitions).forEach(file -> live.add(file.path()));
    for (AddedFile file : files) {
      if (!live.contains(file.path()) && !isThere(file, hadoop)) {
        throw ScanException.gone(pinned.path(table), version, file.path() + " is missing");
      }
    }
  }

  private static boolean isThere(AddedFile file, Configuration hadoop) {
    try {
      Path path = new Path(file.path());
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + file.path(), e);
    }
  }
}
