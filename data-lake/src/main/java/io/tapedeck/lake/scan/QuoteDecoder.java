package io.tapedeck.lake.scan;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import org.apache.spark.sql.types.StructType;

/** Decodes rows of the table of quotes. */
final class QuoteDecoder implements RowDecoder {
  private static final int BID_PRICE = 3;
  private static final int BID_SIZE = 4;
  private static final int ASK_PRICE = 5;
  private static final int ASK_SIZE = 6;
  private static final int STREAM = 7;

  private final int instrument;
  private final StreamNumbers streams;
  private final QuantumColumn prices;
  private final QuantumColumn sizes;
  private final EventRows events = new EventRows();
  private final int[] stream = new int[ParquetRows.BATCH_ROWS];
  private final long[] bidTicks = new long[ParquetRows.BATCH_ROWS];
  private final long[] bidLots = new long[ParquetRows.BATCH_ROWS];
  private final long[] askTicks = new long[ParquetRows.BATCH_ROWS];
  private final long[] askLots = new long[ParquetRows.BATCH_ROWS];

  QuoteDecoder(int index, Instrument instrument, StreamNumbers streams) {
    this.instrument = index;
    this.streams = streams;
    this.prices = new QuantumColumn("tick", instrument.priceQuantumE9());
    this.sizes = new QuantumColumn("lot", instrument.sizeQuantumE9());
  }

  @Override
  public StructType columns() {
    StructType own =
        EventRows.COLUMNS
            .add(Columns.BID_PRICE, ParquetRows.E9)
            .add(Columns.BID_SIZE, ParquetRows.E9)
            .add(Columns.ASK_PRICE, ParquetRows.E9)
            .add(Columns.ASK_SIZE, ParquetRows.E9);
    return streams.addTo(own, LakeTable.QUOTES);
  }

  @Override
  public EventColumns newColumns() {
    return new QuoteColumns(ParquetRows.BATCH_ROWS);
  }

  @Override
  public void decode(ParquetRows rows, EventColumns out) {
    events.decode(rows);
    streams.copy(rows, STREAM, stream);
    prices.copy(rows, BID_PRICE, bidTicks);
    sizes.copy(rows, BID_SIZE, bidLots);
    prices.copy(rows, ASK_PRICE, askTicks);
    sizes.copy(rows, ASK_SIZE, askLots);
    QuoteColumns quotes = (QuoteColumns) out;
    for (int row = 0; row < rows.rows(); row++) {
      quotes.add(
          instrument,
          stream[row],
          events.seq[row],
          events.eventTimeNanos[row],
          events.receiveTimeNanos[row],
          bidTicks[row],
          bidLots[row],
          askTicks[row],
          askLots[row]);
    }
  }
}
