package io.tapedeck.lake.export;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Cuts rows into parts, each ordered and before the next, small enough for a driver to hold. */
final class OrderedParts {
  /** About how much a part holds, so that a driver of 1 GiB is never short of memory. */
  static final long PART_BYTES = 32L << 20;

  private static final int LONG_TEXT_BYTES = 4_096;
  private static final int COLLECTION_BYTES = 256;
  private static final String LONG_TEXTS = "(.*_json|text|detail|payload)";

  private OrderedParts() {}

  /**
   * The rows in order.
   *
   * @param count how many there are, about
   * @param order columns they are ordered by
   */
  static Dataset<Row> of(Dataset<Row> rows, long count, List<String> order) {
    Column[] keys = order.stream().map(name -> col(name)).toArray(Column[]::new);
    int parts = parts(rows.schema(), count);
    Dataset<Row> cut = parts == 1 ? rows.coalesce(1) : rows.repartitionByRange(parts, keys);
    return cut.sortWithinPartitions(keys);
  }

  static int parts(StructType schema, long count) {
    long width = 0;
    for (StructField field : schema.fields()) {
      width += width(field);
    }
    long rows = Math.max(1, PART_BYTES / width);
    return (int) Math.min(Integer.MAX_VALUE, (count + rows - 1) / rows);
  }

  /** What a value takes, in bytes, rather too much. */
  private static int width(StructField field) {
    if (field.dataType() instanceof StringType && field.name().matches(LONG_TEXTS)) {
      return LONG_TEXT_BYTES;
    }
    boolean isCollection =
        field.dataType() instanceof ArrayType || field.dataType() instanceof MapType;
    return isCollection ? COLLECTION_BYTES : field.dataType().defaultSize();
  }
}
