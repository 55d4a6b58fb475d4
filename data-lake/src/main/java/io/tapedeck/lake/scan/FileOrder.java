package io.tapedeck.lake.scan;

import io.tapedeck.lake.table.Columns;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Tells whether a file of ticks is sorted. */
public final class FileOrder {
  private static final int TS_EVENT = 0;
  private static final int SEQ = 1;
  private static final StructType KEY =
      new StructType()
          .add(Columns.TS_EVENT, DataTypes.LongType)
          .add(Columns.SEQ, DataTypes.LongType);

  private FileOrder() {}

  /**
   * Whether the rows are in the order (ts_event, seq); reads these two columns.
   *
   * @param hadoop the executor's configuration
   */
  public static boolean isSorted(Configuration hadoop, DataFile file) {
    long previousNanos = Long.MIN_VALUE;
    long previousSeq = Long.MIN_VALUE;
    long[] nanos = new long[ParquetRows.BATCH_ROWS];
    long[] seq = new long[ParquetRows.BATCH_ROWS];
    try (ParquetRows rows = ParquetRows.open(new ReaderSettings(hadoop), file, KEY)) {
      while (rows.next()) {
        LongColumn.copyRequired(rows, TS_EVENT, nanos);
        LongColumn.copyRequired(rows, SEQ, seq);
        for (int row = 0; row < rows.rows(); row++) {
          if (nanos[row] < previousNanos
              || (nanos[row] == previousNanos && seq[row] < previousSeq)) {
            return false;
          }
          previousNanos = nanos[row];
          previousSeq = seq[row];
        }
      }
    }
    return true;
  }
}
