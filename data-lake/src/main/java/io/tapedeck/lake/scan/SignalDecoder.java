package io.tapedeck.lake.scan;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.SignalColumns;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Decodes those rows of the table of signals that belong to the dates of a scan. */
final class SignalDecoder implements RowDecoder {
  private static final double NO_STRENGTH_GIVEN = 1.0;
  private static final int TS_EVENT = 0;
  private static final int SEQ = 1;
  private static final int SIDE = 2;
  private static final int STRENGTH = 3;
  private static final int HORIZON = 4;
  private static final int STREAM = 5;

  private final int instrument;
  private final StreamNumbers streams;
  private final long afterNanos;
  private final long untilNanos;
  private final int[] stream = new int[ParquetRows.BATCH_ROWS];
  private final long[] eventTimeNanos = new long[ParquetRows.BATCH_ROWS];
  private final long[] seq = new long[ParquetRows.BATCH_ROWS];
  private final long[] horizonNanos = new long[ParquetRows.BATCH_ROWS];

  /**
   * A decoder of an instrument's signals.
   *
   * @param afterNanos drops signals at or before this time
   * @param untilNanos drops signals after this time
   */
  SignalDecoder(int index, StreamNumbers streams, long afterNanos, long untilNanos) {
    this.instrument = index;
    this.streams = streams;
    this.afterNanos = afterNanos;
    this.untilNanos = untilNanos;
  }

  @Override
  public StructType columns() {
    StructType own =
        new StructType()
            .add(Columns.TS_EVENT, DataTypes.LongType)
            .add(Columns.SEQ, DataTypes.LongType)
            .add(Columns.SIDE, DataTypes.ByteType)
            .add(Columns.STRENGTH, DataTypes.DoubleType)
            .add(Columns.HORIZON, DataTypes.LongType);
    return streams.addTo(own, LakeTable.SIGNALS);
  }

  @Override
  public EventColumns newColumns() {
    return new SignalColumns(ParquetRows.BATCH_ROWS);
  }

  @Override
  public void decode(ParquetRows rows, EventColumns out) {
    LongColumn.copyRequired(rows, TS_EVENT, eventTimeNanos);
    LongColumn.copyRequired(rows, SEQ, seq);
    LongColumn.refuseNull(rows, SIDE);
    LongColumn.copy(rows, HORIZON, horizonNanos);
    streams.copy(rows, STREAM, stream);
    ColumnVector side = rows.column(SIDE);
    ColumnVector strength = rows.column(STRENGTH);
    SignalColumns signals = (SignalColumns) out;
    for (int row = 0; row < rows.rows(); row++) {
      long nanos = eventTimeNanos[row];
      if (nanos > afterNanos && nanos <= untilNanos) {
        signals.add(
            instrument,
            stream[row],
            seq[row],
            nanos,
            Missing.VALUE,
            side.getByte(row),
            strength.isNullAt(row) ? NO_STRENGTH_GIVEN : strength.getDouble(row),
            horizonNanos[row]);
      }
    }
  }
}
