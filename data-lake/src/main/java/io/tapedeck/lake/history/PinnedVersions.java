package io.tapedeck.lake.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import io.tapedeck.lake.table.TableDefinition;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The versions of a lake's tables that runs have read, and those that sweeps which are not done
 * will read.
 */
public final class PinnedVersions {
  private static final String DONE = "DONE";

  private final SortedMap<String, SortedMap<Long, Pin>> byTable = new TreeMap<>();

  /**
   * Who pins a version.
   *
   * @param first one of them: {@code run} or {@code sweep} and its id
   * @param count how many there are
   */
  public record Pin(String first, long count) {
    Pin plus(Pin other) {
      return new Pin(first, count + other.count);
    }

    @Override
    public String toString() {
      return count == 1 ? first : first + " and " + (count - 1) + " more";
    }
  }

  private PinnedVersions() {}

  /** The pinned versions of a lake, from its results. */
  public static PinnedVersions load(Lake lake) {
    PinnedVersions pinned = new PinnedVersions();
    pinned.add("run ", Columns.RUN_ID, LakeTables.readOrEmpty(lake, ResultTable.RUNS));
    pinned.add(
        "sweep ",
        Columns.SWEEP_ID,
        LakeTables.readOrEmpty(lake, ResultTable.SWEEPS).where(col(Columns.STATE).notEqual(DONE)));
    return pinned;
  }

  /** The pinned versions of a table, in order; none if nothing has read it. */
  public SortedMap<Long, Pin> of(TableDefinition table) {
    return Collections.unmodifiableSortedMap(byTable.getOrDefault(table.folder(), new TreeMap<>()));
  }

  /** Adds what these rows pin; rows of a lake from before they said so pin nothing. */
  private void add(String what, String id, Dataset<Row> rows) {
    if (!Arrays.asList(rows.columns()).contains(Columns.TABLE_VERSIONS)) {
      return;
    }
    rows.select(col(id), explode(col(Columns.TABLE_VERSIONS)))
        .groupBy("key", "value")
        .agg(min(id), count(lit(1)))
        .collectAsList()
        .forEach(
            row ->
                byTable
                    .computeIfAbsent(row.getString(0), table -> new TreeMap<>())
                    .merge(
                        row.getLong(1),
                        new Pin(what + row.getString(2), row.getLong(3)),
                        Pin::plus));
  }
}
