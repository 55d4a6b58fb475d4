package io.tapedeck.lake.scan;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.OfficialPrints;
import io.tapedeck.lake.table.SaleConditions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** Decodes rows of the table of trades, without those that {@link SaleConditions} calls reports. */
final class TradeDecoder implements RowDecoder {
  private static final int PRICE = 3;
  private static final int SIZE = 4;
  private static final int AGGRESSOR = 5;
  private static final int CONDITIONS = 6; // if they are read

  private final int instrument;
  private final StreamNumbers streams;
  private final OfficialPrints auctions;
  private final Reports reports;
  private final boolean readsConditions;
  private final QuantumColumn prices;
  private final QuantumColumn sizes;
  private final int streamColumn;
  private final EventRows events = new EventRows();
  private final int[] stream = new int[ParquetRows.BATCH_ROWS];
  private final long[] priceTicks = new long[ParquetRows.BATCH_ROWS];
  private final long[] lots = new long[ParquetRows.BATCH_ROWS];

  /**
   * A decoder of a session date's trades.
   *
   * @param auctions the official prints of the date
   * @param reports tells and counts what is left out
   */
  TradeDecoder(
      int index,
      Instrument instrument,
      StreamNumbers streams,
      OfficialPrints auctions,
      Reports reports) {
    this.instrument = index;
    this.streams = streams;
    this.auctions = auctions;
    this.reports = reports;
    this.readsConditions = reports.mayBeAmong(streams);
    this.streamColumn = readsConditions ? CONDITIONS + 1 : CONDITIONS;
    this.prices = new QuantumColumn("tick", instrument.priceQuantumE9());
    this.sizes = new QuantumColumn("lot", instrument.sizeQuantumE9());
  }

  @Override
  public StructType columns() {
    StructType own =
        EventRows.COLUMNS
            .add(Columns.PRICE, ParquetRows.E9)
            .add(Columns.SIZE, ParquetRows.E9)
            .add(Columns.AGGRESSOR, DataTypes.ByteType);
    if (readsConditions) {
      own = own.add(Columns.CONDITIONS, DataTypes.StringType);
    }
    return streams.addTo(own, LakeTable.TRADES);
  }

  @Override
  public EventColumns newColumns() {
    return new TradeColumns(ParquetRows.BATCH_ROWS);
  }

  @Override
  public void decode(ParquetRows rows, EventColumns out) {
    events.decode(rows);
    streams.copy(rows, streamColumn, stream);
    LongColumn.refuseNull(rows, PRICE);
    prices.copy(rows, PRICE, priceTicks);
    sizes.copy(rows, SIZE, lots);
    ColumnVector aggressor = rows.column(AGGRESSOR);
    ConditionColumn conditions =
        readsConditions ? new ConditionColumn(rows.column(CONDITIONS)) : null;
    TradeColumns trades = (TradeColumns) out;
    for (int row = 0; row < rows.rows(); row++) {
      if (!readsConditions || !reports.take(stream[row], conditions, row)) {
        add(row, aggressor.isNullAt(row) ? Missing.VALUE : aggressor.getByte(row), trades);
      }
    }
  }

  private void add(int row, long aggressor, TradeColumns out) {
    out.add(
        instrument,
        stream[row],
        events.seq[row],
        events.eventTimeNanos[row],
        events.receiveTimeNanos[row],
        priceTicks[row],
        lots[row],
        aggressor,
        auctions.auction(stream[row], events.seq[row]));
  }
}
