package io.tapedeck.lake.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Writes a file of one format. */
interface RowFile {
  /**
   * Writes all parts, one after the other.
   *
   * @param out a file that is not there
   * @return how many rows were written
   */
  long write(JavaRDD<InternalRow> parts, Path out) throws IOException;

  /**
   * The writer for a request.
   *
   * @param timestamps columns of nanoseconds that are shown as timestamps
   */
  static RowFile of(ExportRequest request, StructType schema, Set<String> timestamps) {
    return switch (request.format()) {
      case ARROW, FEATHER -> new ArrowRowFile(request, schema, timestamps);
      case PARQUET -> new ParquetRowFile(schema);
      case CSV -> new CsvRowFile(schema, timestamps);
    };
  }
}
