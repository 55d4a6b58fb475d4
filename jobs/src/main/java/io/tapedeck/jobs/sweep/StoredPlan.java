package io.tapedeck.jobs.sweep;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * A sweep whose plan is stored, as its row says.
 *
 * @param sweepId digest of its question and its data
 * @param planId the plan in force
 * @param name in the job file
 * @param strategy all strategies in one word
 * @param state {@link Sweep#RUNNING} or {@link Sweep#DONE}
 * @param sets parameter sets
 * @param chunks chunks of the plan
 * @param units units of the plan
 * @param tally runs planned, and what the finished sweep counted; zeros until then
 * @param job its job as text; empty if the plan was stored by a version that kept none
 * @param tableVersions versions it pinned, by table; empty likewise
 * @param strategyDigest of the strategy's class files; empty likewise
 * @param engineSemantics version of the engine's rules; 0 likewise
 */
public record StoredPlan(
    String sweepId,
    String planId,
    String name,
    String strategy,
    String state,
    long sets,
    int chunks,
    int units,
    PlanTally tally,
    String job,
    Map<String, Long> tableVersions,
    String strategyDigest,
    int engineSemantics) {
  /** Whether it can be carried out by its id alone. */
  public boolean isSelfContained() {
    return !job.isEmpty();
  }

  /** Whether the sweep was finished. */
  public boolean isDone() {
    return state.equals(Sweep.DONE);
  }

  /** The versions it pinned. */
  Map<LakeTable, Long> versions() {
    Map<LakeTable, Long> versions = new EnumMap<>(LakeTable.class);
    for (LakeTable table : LakeTable.values()) {
      if (tableVersions.containsKey(table.folder())) {
        versions.put(table, tableVersions.get(table.folder()));
      }
    }
    return versions;
  }

  /** The plan that a row of `sweeps` tells of. */
  static StoredPlan of(Row row) {
    Map<String, Long> versions =
        row.isNullAt(row.fieldIndex(Columns.TABLE_VERSIONS))
            ? Map.of()
            : row.getJavaMap(row.fieldIndex(Columns.TABLE_VERSIONS));
    return new StoredPlan(
        row.getAs(Columns.SWEEP_ID),
        row.getAs(Columns.PLAN_ID),
        row.getAs(Columns.NAME),
        row.getAs(Columns.STRATEGY),
        row.getAs(Columns.STATE),
        row.<Long>getAs(Columns.SETS),
        row.<Integer>getAs(Columns.CHUNKS),
        row.<Integer>getAs(Columns.UNITS),
        new PlanTally(
            row.<Long>getAs(Columns.RUNS),
            count(row, Columns.COMPLETED),
            count(row, Columns.FAILED),
            count(row, Columns.ABANDONED)),
        text(row, Columns.JOB_JSON),
        new TreeMap<>(versions),
        text(row, Columns.STRATEGY_DIGEST),
        (int) count(row, Columns.ENGINE_SEMANTICS));
  }

  private static long count(Row row, String column) {
    Number count = row.getAs(column);
    return count == null ? 0 : count.longValue();
  }

  private static String text(Row row, String column) {
    String text = row.getAs(column);
    return text == null ? "" : text;
  }
}
