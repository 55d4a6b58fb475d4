package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks the completed runs of a sweep by a metric on its training dates, with what the same set did
 * on the test dates beside. Runs without a figure come last; ties go by position and symbols.
 */
public final class Ranking {
  private static final String TEST_WINDOW = "test";
  private static final String METRICS = "metrics";
  private static final String TEST = "test_";

  private final ResultReader reader;

  public Ranking(ResultReader reader) {
    this.reader = reader;
  }

  /** The best runs of a sweep, at most this many. */
  public List<RankedRun> best(String sweepId, RankMetric metric, int most) {
    Dataset<Row> runs =
        reader
            .runsOf(sweepId)
            .where(col(Columns.STATUS).equalTo(RunStatus.COMPLETED.name()))
            .join(metrics(), new String[] {Columns.RUN_ID, Columns.COMMIT_ID})
            .select(
                Columns.POSITION,
                Columns.SYMBOLS,
                Columns.PARAMETERS,
                Columns.RUN_ID,
                METRICS,
                Columns.RUN_WINDOW);
    Dataset<Row> ranked = runs.where(col(Columns.RUN_WINDOW).notEqual(TEST_WINDOW));
    Dataset<Row> tested =
        runs.where(col(Columns.RUN_WINDOW).equalTo(TEST_WINDOW))
            .select(
                col(Columns.POSITION),
                col(Columns.SYMBOLS),
                col(Columns.RUN_ID).as(TEST + Columns.RUN_ID),
                col(METRICS).as(TEST + METRICS));
    List<Row> rows =
        ranked
            .join(tested, new String[] {Columns.POSITION, Columns.SYMBOLS}, "left")
            .orderBy(order(metric), col(Columns.POSITION), col(Columns.SYMBOLS))
            .limit(most)
            .collectAsList();
    List<RankedRun> best = new ArrayList<>();
    for (Row row : rows) {
      best.add(ranked(best.size() + 1, row));
    }
    return best;
  }

  private static Column order(RankMetric metric) {
    Column value = col(METRICS + "." + metric.column());
    return metric.isMoreBetter() ? value.desc_nulls_last() : value.asc_nulls_last();
  }

  private Dataset<Row> metrics() {
    Column[] figures =
        Arrays.stream(ResultTable.RUN_METRICS.schema().fieldNames())
            .filter(name -> !name.equals(Columns.RUN_ID) && !name.equals(Columns.COMMIT_ID))
            .map(name -> finite(name).as(name))
            .toArray(Column[]::new);
    return reader
        .metrics()
        .select(
            col(Columns.RUN_ID),
            col(Columns.COMMIT_ID),
            org.apache.spark.sql.functions.struct(figures).as(METRICS));
  }

  /** A figure that is infinite (no losses) says little of a set: it is ranked as undefined. */
  private static Column finite(String name) {
    boolean isDouble =
        ResultTable.RUN_METRICS
            .schema()
            .apply(name)
            .dataType()
            .equals(org.apache.spark.sql.types.DataTypes.DoubleType);
    return isDouble
        ? when(col(name).isin(lit(Double.POSITIVE_INFINITY), lit(Double.NEGATIVE_INFINITY)), null)
            .otherwise(col(name))
        : col(name);
  }

  private static RankedRun ranked(int rank, Row row) {
    Row tested = row.getAs(TEST + METRICS);
    return new RankedRun(
        rank,
        row.<Long>getAs(Columns.POSITION),
        row.getList(row.fieldIndex(Columns.SYMBOLS)),
        new TreeMap<>(row.getJavaMap(row.fieldIndex(Columns.PARAMETERS))),
        row.getAs(Columns.RUN_ID),
        figures(row.getAs(METRICS)),
        tested == null ? "" : row.getAs(TEST + Columns.RUN_ID),
        tested == null ? Map.of() : figures(tested));
  }

  /** The columns of a row by name; maps as Java's. */
  public static Map<String, Object> figures(Row row) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      String name = row.schema().fieldNames()[i];
      if (value instanceof scala.collection.Map<?, ?>) {
        figures.put(name, new TreeMap<>(row.getJavaMap(i)));
      } else if (value instanceof scala.collection.Seq<?>) {
        figures.put(name, row.getList(i));
      } else {
        figures.put(name, value);
      }
    }
    return figures;
  }
}
