package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.result.ResultWriter;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Result tables of a lake that was made before they had all their columns. */
class GainedColumnsIT {
  private static final String[] GAINED = {
    Columns.STRATEGY_PROFITS, Columns.ASSUMPTIONS_JSON, Columns.FINANCING
  };

  @TempDir Path folder;

  @Test
  void oldRowsAreReadWithNullsAndNewOnesAreWrittenBesideThem() {
    Lake made = SweepLake.in(folder.resolve("made"));
    SweepLake.sweep(
            made,
            """
            name: gained
            universe: [TTT]
            strategy: {name: buy-and-hold, parameters: {size: 10}}
            record: daily
            """)
        .run((share, events) -> {});
    Lake old = Lake.at(made.spark(), folder.resolve("old").toString());
    for (ResultTable table : List.of(ResultTable.RUNS, ResultTable.RUN_DAILY)) {
      Dataset<Row> rows = made.read(table).drop(GAINED);
      rows.write().format("delta").save(old.path(table));
    }
    ResultReader reader = new ResultReader(old);

    Dataset<Row> before = reader.committed(ResultTable.RUN_DAILY);
    assertThat(before.count()).isEqualTo(4);
    assertThat(before.where(col(Columns.FINANCING).isNotNull()).count()).isZero();
    assertThat(reader.runs().columns()).isEqualTo(ResultTable.RUNS.schema().fieldNames());

    ResultWriter writer = new ResultWriter(old);
    Dataset<Row> other = made.read(ResultTable.RUNS).withColumn(Columns.RUN_ID, lit("another"));
    writer.commitRuns("commit", other);
    writer.append(
        ResultTable.RUN_DAILY,
        "commit",
        made.read(ResultTable.RUN_DAILY).withColumn(Columns.RUN_ID, lit("another")));

    assertThat(old.read(ResultTable.RUNS).columns())
        .containsExactlyInAnyOrder(ResultTable.RUNS.schema().fieldNames());
    Dataset<Row> after = reader.committed(ResultTable.RUN_DAILY);
    assertThat(after.count()).isEqualTo(8);
    assertThat(after.where(col(Columns.FINANCING).isNotNull()).count()).isEqualTo(4);
    assertThat(
            reader
                .runs()
                .where(col(Columns.RUN_ID).equalTo("another"))
                .select(Columns.STRATEGY_PROFITS)
                .first()
                .getJavaMap(0))
        .containsOnlyKeys("buy-and-hold");
    assertThat(LakeTables.exists(old, ResultTable.RUNS)).isTrue();
  }
}
