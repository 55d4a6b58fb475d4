package io.tapedeck.lake.history;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The log of a Delta table as it lies in its folder: the commits, and what they added and removed.
 *
 * @param commits the file of each commit, by version
 * @param checkpoints versions whose whole state the log holds
 */
record CommitLog(Lake lake, SortedMap<Long, String> commits, TreeSet<Long> checkpoints) {
  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final Pattern CHECKPOINT = Pattern.compile("(\\d{20})\\.checkpoint\\..*parquet");
  private static final String ACTIONS =
      "add STRUCT<path: STRING>, remove STRUCT<path: STRING, deletionTimestamp: BIGINT>,"
          + " commitInfo STRUCT<timestamp: BIGINT, operation: STRING>";

  /** Version of a commit, from the name of its file. */
  static final String VERSION = "version";

  static CommitLog of(Lake lake, TableDefinition table) {
    Path folder = new Path(lake.path(table), "_delta_log");
    SortedMap<Long, String> commits = new TreeMap<>();
    TreeSet<Long> checkpoints = new TreeSet<>();
    try {
      for (FileStatus file : folder.getFileSystem(lake.hadoopConfiguration()).listStatus(folder)) {
        Matcher commit = COMMIT.matcher(file.getPath().getName());
        Matcher checkpoint = CHECKPOINT.matcher(file.getPath().getName());
        if (commit.matches()) {
          commits.put(Long.parseLong(commit.group(1)), file.getPath().toString());
        } else if (checkpoint.matches()) {
          checkpoints.add(Long.parseLong(checkpoint.group(1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the log of " + lake.path(table) + " cannot be listed", e);
    }
    return new CommitLog(lake, commits, checkpoints);
  }

  /**
   * The first version that the log can still tell: the first commit of all, or a checkpoint with
   * every commit after it.
   */
  long first() {
    long since = commits.lastKey();
    while (commits.containsKey(since - 1)) {
      since--;
    }
    Long checkpoint = checkpoints.ceiling(since - 1);
    return since == 0 ? 0 : checkpoint == null ? latest() + 1 : checkpoint;
  }

  long latest() {
    return commits.lastKey();
  }

  /**
   * When, in milliseconds since the epoch, each commit that removed files removed the first of
   * them; a removal without a time counts as one at 0, as it does for Delta.
   */
  SortedMap<Long, Long> removals() {
    SortedMap<Long, Long> removals = new TreeMap<>();
    actions()
        .where("remove IS NOT NULL")
        .groupBy(VERSION)
        .agg(min(coalesce(col("remove.deletionTimestamp"), lit(0L))))
        .collectAsList()
        .forEach(row -> removals.put(row.getLong(0), row.getLong(1)));
    return removals;
  }

  /** What each commit added and removed, and what it says of itself. */
  Dataset<Row> actions() {
    return lake.spark()
        .read()
        .schema(ACTIONS)
        .json(commits.values().toArray(String[]::new))
        .selectExpr(
            "add",
            "remove",
            "commitInfo",
            "CAST(left(_metadata.file_name, 20) AS BIGINT) AS " + VERSION);
  }
}
