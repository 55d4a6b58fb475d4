package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.identity.Sha256;
import io.tapedeck.jobs.result.RecordLevel;
import io.tapedeck.jobs.result.ResultRow;
import io.tapedeck.jobs.result.ResultWriter;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Commits the rows of a chunk: details first, `runs` last, so that a reader sees all or nothing.
 */
final class ChunkCommitter implements ChunkCommits {
  private static final List<ResultTable> DETAILS =
      List.of(
          ResultTable.RUN_DAILY,
          ResultTable.ORDERS,
          ResultTable.FILLS,
          ResultTable.ROUND_TRIPS,
          ResultTable.EQUITY,
          ResultTable.RISK_EVENTS,
          ResultTable.POSITIONS,
          ResultTable.RUN_METRICS);
  private static final long ROWS_OF_A_FILE = 2_000_000;
  private static final int ID_DIGITS = 32;
  private static final StructType MEASURED =
      new StructType()
          .add(Columns.SWEEP_ID, DataTypes.StringType)
          .add(Columns.PLAN_ID, DataTypes.StringType)
          .add(Columns.UNIT, DataTypes.IntegerType)
          .add(Columns.TRIES, DataTypes.IntegerType)
          .add(Columns.SECONDS, DataTypes.DoubleType)
          .add(Columns.TICK_LANES_PER_SECOND, DataTypes.DoubleType)
          .add(Columns.LANES, DataTypes.IntegerType)
          .add(Columns.TICKS_PER_SECOND, DataTypes.DoubleType)
          .add(Columns.DECODE_SECONDS, DataTypes.DoubleType);

  private final SparkSession spark;
  private final ResultWriter writer;
  private final CommitSteps steps;

  ChunkCommitter(Lake lake, CommitSteps steps) {
    this.spark = lake.spark();
    this.writer = new ResultWriter(lake);
    this.steps = steps;
  }

  @Override
  public void commit(String planId, RecordLevel level, ReplayedChunk chunk) {
    String commitId = commitId(planId, level, chunk);
    ChunkSummary summary = chunk.summary();
    String label = "chunk " + chunk.number() + " ";
    for (ResultTable table : DETAILS) {
      if (summary.rows(table) > 0) {
        writer.append(table, commitId, of(table, chunk));
        steps.after(label + table.label());
      }
    }
    ResultTable runs = ResultTable.RUNS;
    if (summary.rows(runs) > 0) {
      writer.commitRuns(commitId, of(runs, chunk));
      steps.after(label + runs.label());
    }
    if (!summary.measured().isEmpty()) {
      writer.measureUnits(spark.createDataFrame(summary.measured(), MEASURED));
      steps.after(label + ResultTable.SWEEP_UNITS.label());
    }
  }

  /**
   * The id of a commit: of exactly these runs, with these details, from exactly these units. A
   * second try that comes to the same has the same id and writes nothing twice; one that comes to
   * more, since a unit now made it, has another id and takes nothing from the first.
   */
  private static String commitId(String planId, RecordLevel level, ReplayedChunk chunk) {
    Set<Integer> completed = new TreeSet<>();
    chunk
        .summary()
        .measured()
        .forEach(row -> completed.add(row.getInt(MEASURED.fieldIndex(Columns.UNIT))));
    List<Object> terms = new ArrayList<>(List.of(planId, chunk.number(), level.name()));
    for (UnitWork unit : chunk.work()) {
      if (completed.contains(unit.unit().number())) {
        List<Object> positions = new ArrayList<>();
        for (long position : unit.positions()) {
          positions.add(position);
        }
        terms.add(List.of(unit.unit().number(), positions));
      }
    }
    return Sha256.ofJson(terms).substring(0, ID_DIGITS);
  }

  private Dataset<Row> of(ResultTable table, ReplayedChunk chunk) {
    JavaRDD<ResultRow> rows = chunk.rows();
    long count = chunk.summary().rows(table);
    int files = (int) Math.min(rows.getNumPartitions(), 1 + count / ROWS_OF_A_FILE);
    JavaRDD<Row> own = rows.filter(row -> row.table() == table).map(ResultRow::row);
    return spark.createDataFrame(own.coalesce(files), table.schema());
  }
}
