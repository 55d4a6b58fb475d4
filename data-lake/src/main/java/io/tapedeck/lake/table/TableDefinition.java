package io.tapedeck.lake.table;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What a Delta table of a lake looks like. */
public interface TableDefinition {
  /** Folder of the table, below the lake's root. */
  String folder();

  /** What its rows are, in a sentence. */
  String description();

  /** Columns with their types, nullability and comments. */
  StructType schema();

  /** Columns it is partitioned by; empty for none. */
  List<String> partitionColumns();

  /** SQL conditions that every row meets. */
  List<String> constraints();
}
