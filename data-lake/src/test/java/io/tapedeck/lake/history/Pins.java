package io.tapedeck.lake.history;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Results that pin versions, in tables of the columns that say so. */
final class Pins {
  private Pins() {}

  static void byRun(Lake lake, String runId, Map<String, Long> versions) {
    append(lake, ResultTable.RUNS, Columns.RUN_ID, runId, "COMPLETED", versions);
  }

  static void bySweep(Lake lake, String sweepId, String state, Map<String, Long> versions) {
    append(lake, ResultTable.SWEEPS, Columns.SWEEP_ID, sweepId, state, versions);
  }

  private static void append(
      Lake lake,
      ResultTable table,
      String idColumn,
      String id,
      String state,
      Map<String, Long> versions) {
    StructType columns =
        new StructType()
            .add(idColumn, DataTypes.StringType)
            .add(Columns.STATE, DataTypes.StringType)
            .add(
                Columns.TABLE_VERSIONS,
                DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType));
    lake.spark()
        .createDataFrame(List.of(RowFactory.create(id, state, versions)), columns)
        .write()
        .format("delta")
        .mode("append")
        .save(lake.path(table));
  }
}
