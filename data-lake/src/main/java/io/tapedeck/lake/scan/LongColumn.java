package io.tapedeck.lake.scan;

import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Copies columns of int64 out of a batch. */
final class LongColumn {
  private LongColumn() {}

  /** Values; {@link Missing#VALUE} for a null. */
  static void copy(ParquetRows rows, int index, long[] out) {
    ColumnVector column = rows.column(index);
    int count = rows.rows();
    if (!column.hasNull()) {
      for (int row = 0; row < count; row++) {
        out[row] = column.getLong(row);
      }
      return;
    }
    for (int row = 0; row < count; row++) {
      out[row] = column.isNullAt(row) ? Missing.VALUE : column.getLong(row);
    }
  }

  /**
   * Values of a column that has no nulls. @throws FeedException if it has, naming the row and the
   * column
   */
  static void copyRequired(ParquetRows rows, int index, long[] out) {
    refuseNull(rows, index);
    copy(rows, index, out);
  }

  /**
   * @throws FeedException if a row has no value in this column
   */
  static void refuseNull(ParquetRows rows, int index) {
    ColumnVector column = rows.column(index);
    if (!column.hasNull()) {
      return;
    }
    for (int row = 0; row < rows.rows(); row++) {
      if (column.isNullAt(row)) {
        throw FeedException.unfit(rows.place(row), rows.name(index) + " is null");
      }
    }
  }
}
