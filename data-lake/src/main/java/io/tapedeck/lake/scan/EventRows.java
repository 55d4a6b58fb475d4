package io.tapedeck.lake.scan;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.table.Columns;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns that rows of all tables of ticks have, decoded. */
final class EventRows {
  static final StructType COLUMNS =
      new StructType()
          .add(Columns.TS_EVENT, DataTypes.LongType)
          .add(Columns.TS_RECV, DataTypes.LongType)
          .add(Columns.SEQ, DataTypes.LongType);

  private static final int TS_EVENT = 0;
  private static final int TS_RECV = 1;
  private static final int SEQ = 2;

  final long[] eventTimeNanos = new long[ParquetRows.BATCH_ROWS];
  final long[] receiveTimeNanos = new long[ParquetRows.BATCH_ROWS];
  final long[] seq = new long[ParquetRows.BATCH_ROWS];

  /** Decodes a batch. Nothing is received before it happens: clocks that say so are put right. */
  void decode(ParquetRows rows) {
    LongColumn.copyRequired(rows, TS_EVENT, eventTimeNanos);
    LongColumn.copy(rows, TS_RECV, receiveTimeNanos);
    LongColumn.copyRequired(rows, SEQ, seq);
    for (int row = 0; row < rows.rows(); row++) {
      long receiveNanos = receiveTimeNanos[row];
      if (receiveNanos < eventTimeNanos[row] && !Missing.is(receiveNanos)) {
        receiveTimeNanos[row] = eventTimeNanos[row];
      }
    }
  }
}
