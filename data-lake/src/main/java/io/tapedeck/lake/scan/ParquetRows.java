package io.tapedeck.lake.scan;

import io.tapedeck.core.market.FeedException;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import scala.Option;

/**
 * Columns of a Parquet file, batch by batch, by Spark's vectorised reader.
 *
 * <p>The one class that knows the reader, which is internal to Spark 4.2: it asks for no deletion
 * vector and no column mapping, so the planner refuses them. Decimals keep the scale of the file.
 */
final class ParquetRows implements AutoCloseable {
  /** Rows of a full batch. */
  static final int BATCH_ROWS = 4096;

  /** A decimal as the lake stores it. */
  static final DataType E9 = DataTypes.createDecimalType(18, 9);

  private static final int LONG_DIGITS = 18;
  private static final String REBASE = "CORRECTED";
  private static final String ZONE = "UTC";

  private final String path;
  private final StructType schema;
  private final VectorizedParquetRecordReader reader;
  private ColumnarBatch batch;
  private long rowsBefore;

  private ParquetRows(String path, StructType schema, VectorizedParquetRecordReader reader) {
    this.path = path;
    this.schema = schema;
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @param settings on top of the executor's configuration
   * @param columns what to read; a column that the file lacks is null in every row
   * @throws FeedException if it cannot be read
   */
  static ParquetRows open(ReaderSettings settings, DataFile file, StructType columns) {
    VectorizedParquetRecordReader reader =
        new VectorizedParquetRecordReader(null, REBASE, ZONE, REBASE, ZONE, false, BATCH_ROWS);
    Path path = new Path(file.path());
    try {
      HadoopInputFile input = HadoopInputFile.fromPath(path, settings.configuration());
      SeekableInputStream stream = input.newStream();
      ParquetMetadata footer = footer(input, stream);
      StructType schema = withDecimalsOfFile(columns, footer.getFileMetaData().getSchema());
      reader.initialize(
          new FileSplit(path, 0, input.getLength(), new String[0]),
          settings.reading(schema),
          Option.apply(input),
          Option.apply(stream),
          Option.apply(footer));
      reader.initBatch(new StructType(), InternalRow.empty());
      reader.enableReturningBatches();
      return new ParquetRows(file.path(), schema, reader);
    } catch (IOException | RuntimeException e) {
      close(reader, e);
      throw FeedException.unreadable(file.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FeedException.unreadable(file.path(), e);
    }
  }

  /** Loads the next batch. @return false at the end */
  boolean next() {
    rowsBefore += batch == null ? 0 : batch.numRows();
    try {
      batch = reader.nextBatch() ? reader.resultBatch() : null;
    } catch (IOException | RuntimeException e) {
      throw FeedException.unreadable(path, e);
    }
    return batch != null;
  }

  /** Rows in the batch. */
  int rows() {
    return batch.numRows();
  }

  ColumnVector column(int index) {
    return batch.column(index);
  }

  DataType type(int index) {
    return schema.fields()[index].dataType();
  }

  String name(int index) {
    return schema.fields()[index].name();
  }

  /** A place in the file, for messages. */
  String place(int row) {
    return path + " row " + (rowsBefore + row);
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw FeedException.unreadable(path, e);
    }
  }

  private static void close(VectorizedParquetRecordReader reader, Exception cause) {
    try {
      reader.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static ParquetMetadata footer(HadoopInputFile input, SeekableInputStream stream)
      throws IOException {
    try {
      return ParquetFileReader.readFooter(input, ParquetReadOptions.builder().build(), stream);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /** Gives each decimal the scale it has in the file, and 18 digits where they are enough. */
  private static StructType withDecimalsOfFile(StructType columns, MessageType file) {
    StructType schema = new StructType();
    for (StructField column : columns.fields()) {
      boolean isRescaled =
          column.dataType() instanceof DecimalType && file.containsField(column.name());
      DataType type = isRescaled ? decimal(file.getType(column.name()), column) : column.dataType();
      schema = schema.add(column.name(), type, true);
    }
    return schema;
  }

  private static DataType decimal(Type type, StructField column) {
    if (type.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal) {
      return DataTypes.createDecimalType(
          Math.max(LONG_DIGITS, decimal.getPrecision()), decimal.getScale());
    }
    return column.dataType();
  }
}
