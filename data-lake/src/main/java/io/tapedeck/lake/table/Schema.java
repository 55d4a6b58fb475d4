package io.tapedeck.lake.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Builds a schema column by column, each with its comment. */
final class Schema {
  /** How prices and sizes are stored: an int64 of 1e-9 in Parquet, exact and readable in SQL. */
  static final DataType DECIMAL = DataTypes.createDecimalType(18, 9);

  /**
   * Amounts of any currency in result tables: holds every 64-bit amount of money, in units of up to
   * 1e-9, exactly.
   */
  static final DataType MONEY = DataTypes.createDecimalType(28, 9);

  private StructType struct = new StructType();

  Schema required(String name, DataType type, String comment) {
    struct = struct.add(name, type, false, comment);
    return this;
  }

  Schema optional(String name, DataType type, String comment) {
    struct = struct.add(name, type, true, comment);
    return this;
  }

  Schema and(Schema more) {
    for (StructField field : more.struct.fields()) {
      struct = struct.add(field);
    }
    return this;
  }

  StructType struct() {
    return struct;
  }
}
