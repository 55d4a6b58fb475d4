package io.tapedeck.lake.scan;

import io.tapedeck.core.market.EventColumns;
import org.apache.spark.sql.types.StructType;

/** Turns batches of a table's rows into columns of one kind, in the kernel's units. */
interface RowDecoder {
  /** What to read of a file. */
  StructType columns();

  /** Empty columns of its kind. */
  EventColumns newColumns();

  /** Appends the rows of a batch, or those of the scan among them. */
  void decode(ParquetRows rows, EventColumns out);
}
