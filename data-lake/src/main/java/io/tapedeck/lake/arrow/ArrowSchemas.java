package io.tapedeck.lake.arrow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.ArrowUtils;

/**
 * Spark's column types as Arrow's: decimal(p,s) as decimal128, bigint as int64, date as date32,
 * timestamp as timestamp[us, UTC], arrays as lists, maps as maps.
 */
final class ArrowSchemas {
  static final String UTC = "UTC";
  private static final String COMMENT = "comment";

  private ArrowSchemas() {}

  static Schema of(StructType schema) {
    return ArrowUtils.toArrowSchema(schema, UTC, true, false);
  }

  /**
   * The schema of a file: each column with its comment, and some int64 columns declared as
   * timestamp[ns, UTC], which lie in a batch as the same bytes.
   *
   * @param nanoTimes names of those columns
   */
  static Schema ofFile(StructType schema, Set<String> nanoTimes, Map<String, String> metadata) {
    List<Field> fields = new ArrayList<>();
    List<Field> plain = of(schema).getFields();
    for (int i = 0; i < plain.size(); i++) {
      Field field = plain.get(i);
      ArrowType type =
          nanoTimes.contains(field.getName())
              ? new ArrowType.Timestamp(TimeUnit.NANOSECOND, UTC)
              : field.getType();
      FieldType described =
          new FieldType(field.isNullable(), type, null, comment(schema.fields()[i]));
      fields.add(new Field(field.getName(), described, field.getChildren()));
    }
    return new Schema(fields, metadata);
  }

  private static Map<String, String> comment(StructField field) {
    Map<String, String> metadata = new LinkedHashMap<>();
    if (field.getComment().isDefined()) {
      metadata.put(COMMENT, field.getComment().get());
    }
    return metadata;
  }
}
