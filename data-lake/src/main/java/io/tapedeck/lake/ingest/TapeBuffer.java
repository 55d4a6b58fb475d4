package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Auction;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteColumns;
import io.tapedeck.core.market.TradeColumns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.OfficialPrints;
import io.tapedeck.lake.table.SaleConditions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trades or quotes; of trades, not those that {@link SaleConditions} calls reports. */
final class TapeBuffer implements RowBuffer {
  private static final int EVENT = 0;
  private static final int RECEIVE = 1;
  private static final int SEQ = 2;
  private static final int FIRST_VALUE = 3;
  private static final int COLUMNS = 8;
  private static final int TRADE_AUCTION = 3;
  private static final int TRADE_DATE = 4;

  private final LakeTable table;
  private final boolean hasAuctions;
  private final Map<Long, OfficialPrints> auctions = new TreeMap<>(); // by session date
  private long[][] columns = new long[COLUMNS][1_024];
  private int size;
  private long duplicates;
  private long reports;

  /**
   * A buffer.
   *
   * @param source whose conditions tell of auctions, or not
   */
  TapeBuffer(LakeTable table, String source) {
    this.table = table;
    this.hasAuctions = table == LakeTable.TRADES && SaleConditions.areToldBy(source);
  }

  @Override
  public void add(ParsedRow row) {
    switch (table) {
      case TRADES -> addTrade(row);
      case QUOTES -> add(row, row.bidE9, row.bidSizeE9, row.askE9, row.askSizeE9, 0);
      default ->
          throw new IllegalArgumentException(
              "a replay straight from files takes trades, quotes and bars, not "
                  + table.folder()
                  + "; ingest them into a lake");
    }
  }

  /** Whether rows flag the prints of auctions. */
  boolean hasAuctions() {
    return hasAuctions;
  }

  /** How many trades were left out because they are reports. */
  long reports() {
    return reports;
  }

  private void addTrade(ParsedRow row) {
    byte sale = sale(row);
    if (sale == SaleConditions.REPORT) {
      reports++;
    } else {
      add(row, row.priceE9, row.sizeE9, row.aggressor, sale, row.epochDay);
    }
  }

  private byte sale(ParsedRow row) {
    return hasAuctions && row.conditions != null
        ? SaleConditions.of(row.conditions.getBytes(StandardCharsets.UTF_8))
        : Auction.NONE;
  }

  /** How many rows {@link #columns} left out because another had the same time and number. */
  long duplicates() {
    return duplicates;
  }

  @Override
  public List<EventColumns> columns(int instrumentIndex, int stream, Instrument instrument) {
    int[] order = order();
    findAuctions();
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
    return List.of(out);
  }

  private void findAuctions() {
    for (int row = 0; hasAuctions && row < size; row++) {
      byte auction = (byte) value(TRADE_AUCTION, row);
      if (auction != Auction.NONE) {
        auctions
            .computeIfAbsent(value(TRADE_DATE, row), date -> new OfficialPrints())
            .add(auction, value(1, row), 0, columns[SEQ][row]);
      }
    }
  }

  private byte officialAuction(int row) {
    return hasAuctions && value(TRADE_AUCTION, row) != Auction.NONE
        ? auctions.get(value(TRADE_DATE, row)).auction(0, columns[SEQ][row])
        : Auction.NONE;
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
        value(2, row),
        officialAuction(row));
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
