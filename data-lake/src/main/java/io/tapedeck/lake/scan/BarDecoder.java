package io.tapedeck.lake.scan;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Decodes those rows of the table of bars that are of the streams and dates of a scan, for the
 * venue at their open or for the trader at their close. The number of a bar in its stream is its
 * open.
 */
final class BarDecoder implements RowDecoder {
  private static final int BAR_OPEN = 0;
  private static final int BAR_CLOSE = 1;
  private static final int DATE = 2;
  private static final int OPEN = 3;
  private static final int HIGH = 4;
  private static final int LOW = 5;
  private static final int CLOSE = 6;
  private static final int VOLUME = 7;
  private static final int STREAM = 8;

  private final byte kind;
  private final int instrument;
  private final StreamNumbers streams;
  private final BarPrice[] pricesByStream;
  private final long firstDay;
  private final long lastDay;
  private final QuantumColumn prices;
  private final QuantumColumn sizes;
  private final long[] openTimeNanos = new long[ParquetRows.BATCH_ROWS];
  private final long[] closeTimeNanos = new long[ParquetRows.BATCH_ROWS];

  /**
   * A decoder of an instrument's bars.
   *
   * @param kind {@link io.tapedeck.core.market.EventKind#BAR} or BAR_OPEN
   * @param all streams of the scan
   */
  BarDecoder(
      byte kind,
      int index,
      Instrument instrument,
      StreamNumbers streams,
      List<StreamKey> all,
      LocalDate first,
      LocalDate last) {
    this.kind = kind;
    this.instrument = index;
    this.streams = streams;
    this.pricesByStream =
        all.stream()
            .map(key -> key.table() == LakeTable.BARS ? BarPrice.valueOf(key.venue()) : null)
            .toArray(BarPrice[]::new);
    this.firstDay = first.toEpochDay();
    this.lastDay = last.toEpochDay();
    this.prices = new QuantumColumn("tick", instrument.priceQuantumE9());
    this.sizes = new QuantumColumn("lot", instrument.sizeQuantumE9());
  }

  @Override
  public StructType columns() {
    StructType own =
        new StructType()
            .add(Columns.BAR_OPEN, DataTypes.LongType)
            .add(Columns.BAR_CLOSE, DataTypes.LongType)
            .add(Columns.DATE, DataTypes.DateType)
            .add(Columns.OPEN, ParquetRows.E9)
            .add(Columns.HIGH, ParquetRows.E9)
            .add(Columns.LOW, ParquetRows.E9)
            .add(Columns.CLOSE, ParquetRows.E9)
            .add(Columns.VOLUME, ParquetRows.E9);
    return streams.addTo(own, LakeTable.BARS);
  }

  @Override
  public EventColumns newColumns() {
    return new BarColumns(kind, ParquetRows.BATCH_ROWS);
  }

  @Override
  public void decode(ParquetRows rows, EventColumns out) {
    LongColumn.copyRequired(rows, BAR_OPEN, openTimeNanos);
    LongColumn.copyRequired(rows, BAR_CLOSE, closeTimeNanos);
    for (int column = DATE; column < VOLUME; column++) {
      LongColumn.refuseNull(rows, column);
    }
    BarColumns bars = (BarColumns) out;
    for (int row = 0; row < rows.rows(); row++) {
      int day = rows.column(DATE).getInt(row);
      int stream = day < firstDay || day > lastDay ? -1 : streams.ofRow(rows, STREAM, row);
      if (stream >= 0) {
        bars.add(
            instrument,
            stream,
            openTimeNanos[row],
            openTimeNanos[row],
            closeTimeNanos[row],
            Missing.VALUE,
            pricesByStream[stream],
            prices.at(rows, OPEN, row),
            prices.at(rows, HIGH, row),
            prices.at(rows, LOW, row),
            prices.at(rows, CLOSE, row),
            sizes.at(rows, VOLUME, row));
      }
    }
  }
}
