package io.tapedeck.lake.table;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Makes the tables of a lake, each in one commit and only when it is first written.
 *
 * <p>Tables stay at Delta's reader version 1, so that other engines read them, and keep their
 * history for ten years, so that a run can be repeated on the versions it pinned.
 */
public final class LakeTables {
  private static final String RETENTION = "interval 3650 days";

  private LakeTables() {}

  /** Whether the table has been made; of a lake as it was, had been. */
  public static boolean exists(Lake lake, TableDefinition table) {
    if (lake.versions().isPresent() && table instanceof LakeTable input) {
      return lake.versions().get().containsKey(input);
    }
    return DeltaTable.isDeltaTable(lake.spark(), lake.path(table));
  }

  /**
   * Makes the table, empty, with its schema, partitioning, constraints and properties.
   *
   * @return whether it was missing, and so has no rows
   */
  public static boolean createIfMissing(Lake lake, TableDefinition table) {
    if (exists(lake, table)) {
      return false;
    }
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(lake.spark())
            .location(lake.path(table))
            .comment(table.description());
    for (StructField field : table.schema().fields()) {
      builder.addColumn(
          DeltaTable.columnBuilder(lake.spark(), field.name())
              .dataType(field.dataType())
              .nullable(field.nullable())
              .comment(field.getComment().get())
              .build());
    }
    if (!table.partitionColumns().isEmpty()) {
      builder.partitionedBy(table.partitionColumns().toArray(String[]::new));
    }
    properties(table).forEach(builder::property);
    builder.execute();
    return true;
  }

  /**
   * Puts rows in place of those that meet a condition, in one commit.
   *
   * @param replaced SQL condition that all new rows meet as well; null where no row of the table
   *     can meet it, which makes the commit cheaper
   */
  public static void replace(Lake lake, TableDefinition table, Dataset<Row> rows, String replaced) {
    DataFrameWriter<Row> writer = rows.write().format("delta").option("compression", "zstd");
    if (replaced == null) {
      writer.mode("append").save(lake.path(table));
    } else {
      writer.mode("overwrite").option("replaceWhere", replaced).save(lake.path(table));
    }
  }

  /** The table's rows, or none if it has not been made. */
  public static Dataset<Row> readOrEmpty(Lake lake, TableDefinition table) {
    return exists(lake, table)
        ? lake.read(table)
        : lake.spark().createDataFrame(List.of(), table.schema());
  }

  /** Delta's properties of a table: protocol, retention, no rewriting behind our back. */
  static Map<String, String> properties(TableDefinition table) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("delta.enableDeletionVectors", "false");
    properties.put("delta.logRetentionDuration", RETENTION);
    properties.put("delta.deletedFileRetentionDuration", RETENTION);
    properties.put("delta.autoOptimize.optimizeWrite", "false");
    properties.put("delta.autoOptimize.autoCompact", "false");
    int number = 1;
    for (String constraint : table.constraints()) {
      properties.put("delta.constraints." + table.folder() + "_" + number++, constraint);
    }
    return properties;
  }
}
