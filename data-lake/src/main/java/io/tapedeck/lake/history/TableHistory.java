package io.tapedeck.lake.history;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.TableDefinition;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The versions of a table, and which of them can still be read: those that the log reaches back to
 * and all of whose files are there.
 *
 * <p>Where the log no longer begins with the table's first commit, files that are older than the
 * log and still in use are taken to be there.
 */
public final class TableHistory {
  private static final long FOREVER = Long.MAX_VALUE;

  private final CommitLog log;
  private final List<TableVersion> versions;
  private final List<Loss> losses;

  /**
   * A commit.
   *
   * @param operation what Delta calls it: WRITE, MERGE, VACUUM END
   */
  public record TableVersion(long version, Instant time, String operation) {}

  /**
   * Files that are gone.
   *
   * @param first first version that needs them
   * @param last last version that needs them
   * @param files how many
   * @param example one of them, below the table's folder
   */
  private record Loss(long first, long last, long files, String example) {
    boolean strikes(long version) {
      return version >= first && version <= last;
    }
  }

  private TableHistory(CommitLog log, List<TableVersion> versions, List<Loss> losses) {
    this.log = log;
    this.versions = versions;
    this.losses = losses;
  }

  /** The history of a table that exists; looks for each file that any commit added. */
  public static TableHistory of(Lake lake, TableDefinition table) {
    CommitLog log = CommitLog.of(lake, table);
    return new TableHistory(log, versions(log), losses(lake, table, log));
  }

  /** The commits that the log has and that say what they are, the latest last. */
  public List<TableVersion> versions() {
    return List.copyOf(versions);
  }

  /** The version in force. */
  public long latest() {
    return log.latest();
  }

  /** The oldest version that can be read; empty if not even the latest can. */
  public OptionalLong oldestReadable() {
    return LongStream.rangeClosed(log.first(), log.latest()).filter(this::isReadable).findFirst();
  }

  public boolean isReadable(long version) {
    return version >= log.first()
        && version <= log.latest()
        && losses.stream().noneMatch(loss -> loss.strikes(version));
  }

  /** Why a version cannot be read, in a clause. */
  public String problemOf(long version) {
    if (version > log.latest()) {
      return "the table ends with version " + log.latest();
    }
    if (version < log.first()) {
      return "the log begins with version " + log.first();
    }
    List<Loss> some = losses.stream().filter(loss -> loss.strikes(version)).toList();
    long files = some.stream().mapToLong(Loss::files).sum();
    return files == 0
        ? "nothing is wrong with it"
        : files
            + (files == 1 ? " file is gone: " : " files are gone, one is ")
            + some.get(0).example();
  }

  private static List<TableVersion> versions(CommitLog log) {
    List<TableVersion> versions = new ArrayList<>();
    log.actions()
        .where("commitInfo IS NOT NULL")
        .select(CommitLog.VERSION, "commitInfo.timestamp", "commitInfo.operation")
        .orderBy(CommitLog.VERSION)
        .collectAsList()
        .forEach(
            row ->
                versions.add(
                    new TableVersion(
                        row.getLong(0), Instant.ofEpochMilli(row.getLong(1)), row.getString(2))));
    return versions;
  }

  private static List<Loss> losses(Lake lake, TableDefinition table, CommitLog log) {
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(
            lake.spark().sparkContext(), lake.hadoopConfiguration());
    IsGone isGone = new IsGone(lake.path(table), hadoop);
    List<Loss> losses = new ArrayList<>();
    spans(log)
        .filter(isGone)
        .groupBy("first", "last")
        .agg(count(lit(1)), min("path"))
        .orderBy("first", "last")
        .collectAsList()
        .forEach(
            row ->
                losses.add(
                    new Loss(row.getLong(0), row.getLong(1), row.getLong(2), row.getString(3))));
    hadoop.unpersist();
    return losses;
  }

  /** For each file the first and the last version that need it. */
  private static Dataset<Row> spans(CommitLog log) {
    return log.actions()
        .where("add IS NOT NULL OR remove IS NOT NULL")
        .selectExpr(
            "coalesce(add.path, remove.path) AS path",
            "IF(add IS NULL, NULL, version) AS added",
            "IF(remove IS NULL, NULL, version) AS removed")
        .groupBy("path")
        .agg(
            expr("coalesce(min(added), " + log.first() + "L) AS first"),
            expr(
                "IF(max(removed) > coalesce(max(added), -1L), max(removed) - 1, "
                    + FOREVER
                    + "L) AS last"));
  }

  /** Whether a file that the log names is not there. */
  private record IsGone(String table, Broadcast<SerializableConfiguration> hadoop)
      implements FilterFunction<Row>, Serializable {
    @Override
    public boolean call(Row span) {
      Path file = new Path(new Path(table), new Path(URI.create(span.getString(0))));
      try {
        return !file.getFileSystem(hadoop.value().value()).exists(file);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot look for " + file, e);
      }
    }
  }
}
