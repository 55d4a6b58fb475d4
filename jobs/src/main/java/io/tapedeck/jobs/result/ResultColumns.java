package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Columns that result tables have gained since a lake was made: null where they are read, and added
 * before they are written. Only columns that may be null are ever gained.
 */
final class ResultColumns {
  private ResultColumns() {}

  /** The rows of a table with all its columns, or none if it has not been made. */
  static Dataset<Row> read(Lake lake, ResultTable table) {
    Dataset<Row> rows = LakeTables.readOrEmpty(lake, table);
    Set<String> there = Set.of(rows.columns());
    Column[] all =
        Arrays.stream(table.schema().fields())
            .map(
                field ->
                    there.contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return rows.select(all);
  }

  /** Makes the table, or adds the columns it has not yet. */
  static void prepare(Lake lake, ResultTable table) {
    if (LakeTables.createIfMissing(lake, table)) {
      return;
    }
    Set<String> there = Set.of(lake.read(table).columns());
    List<StructField> gained =
        Arrays.stream(table.schema().fields())
            .filter(field -> !there.contains(field.name()))
            .toList();
    if (!gained.isEmpty()) {
      String columns = gained.stream().map(StructField::toDDL).collect(Collectors.joining(", "));
      lake.spark()
          .sql("ALTER TABLE delta.`" + lake.path(table) + "` ADD COLUMNS (" + columns + ")");
    }
  }
}
