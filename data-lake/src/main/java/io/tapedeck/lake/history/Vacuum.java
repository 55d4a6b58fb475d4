package io.tapedeck.lake.history;

import io.delta.tables.DeltaTable;
import io.tapedeck.core.contract.Require;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import io.tapedeck.lake.table.TableDefinition;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.catalyst.util.IntervalUtils;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.UTF8String;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Deletes what Delta's VACUUM deletes, files that were removed from a table and files that never
 * became part of it, but none that a pinned version needs.
 *
 * <p>A file of a pinned version is either in the table still, or a later commit removed it. VACUUM
 * keeps what was removed after its horizon, so it is safe if the first removal after the oldest
 * pinned version is later than the horizon.
 */
public final class Vacuum {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** VACUUM looks at the clock again, and takes whole hours. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private static final String RETENTION = "delta.deletedFileRetentionDuration";
  private static final String STANDARD_RETENTION = "interval 1 week";

  /**
   * Delta refuses a retention shorter than the table's, and ignores any other, unless told not to;
   * here the pinned versions decide.
   */
  private static final List<String> GUARDS =
      List.of(
          "spark.databricks.delta.retentionDurationCheck.enabled",
          "spark.databricks.delta.vacuum.retentionWindowIgnore.enabled");

  private static final int MOST_TASKS = 200;

  private final Lake lake;
  private final Duration asked;
  private final Instant now;

  /** Whether anything is deleted. */
  public enum Mode {
    DRY_RUN,
    DELETE
  }

  private Vacuum(Lake lake, Duration asked) {
    this.lake = lake;
    this.asked = asked;
    this.now = Instant.now();
  }

  /**
   * Cleans tables that exist, none of them if one cannot be cleaned. Deleting holds the lake's
   * lock.
   *
   * @param retention how long what was removed is kept, to the hour; null for what each table says
   * @throws VacuumException if a pinned version would lose files
   * @throws io.tapedeck.lake.table.LakeBusyException if another process keeps writing
   */
  public static List<VacuumReport> run(
      Lake lake, List<? extends TableDefinition> tables, Duration retention, Mode mode) {
    Require.that(retention == null || !retention.isNegative(), "retention must not be negative");
    if (mode == Mode.DRY_RUN) {
      return new Vacuum(lake, retention).run(tables, mode);
    }
    try (LakeLock lock = LakeLock.acquire(lake, PATIENCE)) {
      return new Vacuum(lake, retention).run(tables, mode);
    }
  }

  private List<VacuumReport> run(List<? extends TableDefinition> tables, Mode mode) {
    PinnedVersions pinned = PinnedVersions.load(lake);
    List<VacuumReport> reports = new ArrayList<>();
    for (TableDefinition table : tables) {
      reports.add(plan(table, pinned.of(table)));
    }
    for (int i = 0; i < reports.size() && mode == Mode.DELETE; i++) {
      if (reports.get(i).files() > 0) {
        vacuum(tables.get(i), "");
      }
    }
    return reports;
  }

  /** What would be deleted, if that may be. */
  private VacuumReport plan(TableDefinition table, SortedMap<Long, PinnedVersions.Pin> pins) {
    Duration remembered = remembered(table);
    Duration kept = asked == null || asked.compareTo(remembered) > 0 ? remembered : asked;
    Instant horizon = now.minus(kept);
    SortedMap<Long, Long> removals = CommitLog.of(lake, table).removals();
    refuseToCross(table, horizon, pins, removals);
    long readableFrom = 0;
    for (Map.Entry<Long, Long> removal : removals.entrySet()) {
      if (removal.getValue() < horizon.toEpochMilli()) {
        readableFrom = removal.getKey();
      }
    }
    List<String> paths = vacuum(table, " DRY RUN").stream().map(row -> row.getString(0)).toList();
    List<Long> sizes = sizes(paths);
    return new VacuumReport(
        table.folder(),
        sizes.size(),
        sizes.stream().mapToLong(Long::longValue).sum(),
        pins.isEmpty() ? null : pins.firstKey(),
        readableFrom,
        horizon);
  }

  private void refuseToCross(
      TableDefinition table,
      Instant horizon,
      SortedMap<Long, PinnedVersions.Pin> pins,
      SortedMap<Long, Long> removals) {
    if (pins.isEmpty()) {
      return;
    }
    for (Map.Entry<Long, Long> removal : removals.tailMap(pins.firstKey() + 1).entrySet()) {
      Instant removed = Instant.ofEpochMilli(removal.getValue());
      if (removed.isBefore(horizon.plus(MARGIN))) {
        long version = pins.headMap(removal.getKey()).lastKey();
        long days =
            Duration.between(earliest(removals, pins.firstKey()), now).plus(MARGIN).toDays();
        throw VacuumException.crosses(
            table.folder(), version, pins.get(version), removed, days + 1);
      }
    }
  }

  private static Instant earliest(SortedMap<Long, Long> removals, long after) {
    return Instant.ofEpochMilli(
        removals.tailMap(after + 1).values().stream().mapToLong(Long::longValue).min().orElse(0));
  }

  /** How long Delta remembers what was removed; after that only the age of a file counts. */
  private Duration remembered(TableDefinition table) {
    Map<Object, Object> properties =
        DeltaTable.forPath(lake.spark(), lake.path(table))
            .detail()
            .select("properties")
            .first()
            .getJavaMap(0);
    String text = String.valueOf(properties.getOrDefault(RETENTION, STANDARD_RETENTION));
    CalendarInterval interval = IntervalUtils.stringToInterval(UTF8String.fromString(text));
    return Duration.ofDays(interval.days)
        .plusNanos(Math.multiplyExact(interval.microseconds, 1_000L));
  }

  private List<Row> vacuum(TableDefinition table, String suffix) {
    Duration kept = asked == null ? remembered(table) : asked;
    long hours = kept.plus(Duration.ofHours(1)).minusNanos(1).toHours();
    RuntimeConfig settings = lake.spark().conf();
    Map<String, String> before = new TreeMap<>();
    for (String guard : GUARDS) {
      before.put(guard, stored(settings, guard));
      settings.set(guard, "false");
    }
    try {
      return lake.spark()
          .sql("VACUUM delta.`%s` RETAIN %d HOURS%s".formatted(lake.path(table), hours, suffix))
          .collectAsList();
    } finally {
      before.forEach((guard, value) -> reset(settings, guard, value));
    }
  }

  /** Its value if it was set, else empty. */
  private static String stored(RuntimeConfig settings, String name) {
    return settings.getAll().getOrElse(name, () -> "");
  }

  private static void reset(RuntimeConfig settings, String name, String value) {
    if (value.isEmpty()) {
      settings.unset(name);
    } else {
      settings.set(name, value);
    }
  }

  /** Lengths of those of these that are files. */
  private List<Long> sizes(List<String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sc(), lake.hadoopConfiguration());
    try {
      return spark
          .parallelize(paths, Math.min(MOST_TASKS, paths.size()))
          .map(path -> size(path, hadoop.value()))
          .filter(bytes -> bytes >= 0)
          .collect();
    } finally {
      hadoop.unpersist();
    }
  }

  /** Length of a file; -1 for a folder, or if it has gone meanwhile. */
  private static long size(String name, SerializableConfiguration hadoop) {
    Path path = new Path(name);
    try {
      FileStatus status = path.getFileSystem(hadoop.value()).getFileStatus(path);
      return status.isDirectory() ? -1 : status.getLen();
    } catch (FileNotFoundException gone) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + path, e);
    }
  }
}
