package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.lake.table.LakeTable;
import java.util.Arrays;
import java.util.Comparator;

/** Rows of one stream in memory, as read, until the instrument's units are known. */
final class TapeBuffer {
  private static final int EVENT = 0;
  private static final int RECEIVE = 1;
  private static final int SEQ = 2;
  private static final int FIRST_VALUE = 3;
  private static final int COLUMNS = 8;

  private final LakeTable table;
  private long[][] columns = new long[COLUMNS][1_024];
  private int size;
  private long duplicates;

  TapeBuffer(LakeTable table) {
    this.table = table;
  }

  void add(ParsedRow row) {
    switch (table) {
      case TRADES -> add(row, row.priceE9, row.sizeE9, row.aggressor, 0, 0);
      case QUOTES -> add(row, row.bidE9, row.bidSizeE9, row.askE9, row.askSizeE9, 0);
      default ->
          throw new IllegalArgumentException(
              "a replay straight from files takes trades and quotes, not "
                  + table.folder()
                  + "; ingest them into a lake");
    }
  }

  /** How many rows {@link #columns} left out because another had the same time and number. */
  long duplicates() {
    return duplicates;
  }

  /** The rows in order, in ticks and lots. */
  EventColumns columns(int instrumentIndex, int stream, Instrument instrument) {
    int[] order = order();
    duplicates = 0;
    EventColumns out =
        table == LakeTable.TRADES
            ? new TradeColumns(Math.max(1, size))
            : new QuoteColumns(Math.max(1, size));
    for (int i = 0; i < size; i++) {
      if (i > 0 && compare(order[i - 1], order[i]) == 0) {
        duplicates++;
      } else if (out instanceof TradeColumns trades) {
        addTrade(trades, order[i], instrumentIndex, stream, instrument);
      } else {
        addQuote((QuoteColumns) out, order[i], instrumentIndex, stream, instrument);
      }
    }
    return out;
  }

  private void add(ParsedRow row, long... values) {
    if (size == columns[0].length) {
      for (int i = 0; i < COLUMNS; i++) {
        columns[i] = Arrays.copyOf(columns[i], size * 2);
      }
    }
    columns[EVENT][size] = row.eventTimeNanos;
    columns[RECEIVE][size] = row.receiveTimeNanos;
    columns[SEQ][size] = row.seq;
    for (int i = 0; i < values.length; i++) {
      columns[FIRST_VALUE + i][size] = values[i];
    }
    size++;
  }

  private int[] order() {
    int[] order = new int[size];
    boolean sorted = true;
    for (int i = 0; i < size; i++) {
      order[i] = i;
      sorted &= i == 0 || compare(i - 1, i) <= 0;
    }
    if (sorted) {
      return order;
    }
    Comparator<Integer> byTime = this::compare;
    return Arrays.stream(order).boxed().sorted(byTime).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int left, int right) {
    int byTime = Long.compare(columns[EVENT][left], columns[EVENT][right]);
    return byTime != 0 ? byTime : Long.compare(columns[SEQ][left], columns[SEQ][right]);
  }

  private void addTrade(TradeColumns out, int row, int index, int stream, Instrument instrument) {
    out.add(
        index,
        stream,
        columns[SEQ][row],
        columns[EVENT][row],
        columns[RECEIVE][row],
        instrument.ticks(value(0, row)),
        lots(instrument, value(1, row)),
        value(2, row));
  }

  private void addQuote(QuoteColumns out, int row, int index, int stream, Instrument instrument) {
    out.add(
        index,
        stream,
        columns[SEQ][row],
        columns[EVENT][row],
        columns[RECEIVE][row],
        ticks(instrument, value(0, row)),
        lots(instrument, value(1, row)),
        ticks(instrument, value(2, row)),
        lots(instrument, value(3, row)));
  }

  private long value(int index, int row) {
    return columns[FIRST_VALUE + index][row];
  }

  private static long ticks(Instrument instrument, long e9) {
    return Missing.is(e9) ? Missing.VALUE : instrument.ticks(e9);
  }

  private static long lots(Instrument instrument, long e9) {
    return Missing.is(e9) ? Missing.VALUE : instrument.lots(e9);
  }
}
