package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;

/**
 * {@code ms,bid,bid size,ask,ask size,exchange,condition,suspicious}: each row replaces one side of
 * the consolidated quote, or both.
 *
 * <p>A row of the bid and the row of the ask that directly follows it in the same millisecond make
 * one quote; any other row makes one with the other side as it stood. Rows must not go back in
 * time, since each builds on those before it.
 */
final class LeanQuoteParser implements RowParser {
  private final FileShape shape;
  private final LeanClock clock;
  private final Units.Checker units;
  private final boolean takesSuspicious;
  private final ParsedRow row = new ParsedRow();
  private long lastNanos;
  private boolean isPending; // a bid that may still get its ask

  LeanQuoteParser(
      String symbol,
      FileShape shape,
      LeanClock clock,
      Units.Checker units,
      boolean takesSuspicious) {
    this.shape = shape;
    this.clock = clock;
    this.units = units;
    this.takesSuspicious = takesSuspicious;
    row.symbol = symbol;
    row.bidE9 = Missing.VALUE;
    row.bidSizeE9 = Missing.VALUE;
    row.askE9 = Missing.VALUE;
    row.askSizeE9 = Missing.VALUE;
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public RowVerdict parse(Line line, RowSink sink) {
    line.split((byte) ',');
    if (line.fields() != 8) {
      return RowVerdict.COLUMNS;
    }
    long nanos = clock.nanos(line.bytes, line.start(0), line.end(0));
    if (nanos <= 0) {
      return nanos == WallClock.GAP ? RowVerdict.LOCAL_TIME_GAP : RowVerdict.BAD_TIME;
    }
    long bidE9 = price(line, 1);
    long bidSizeE9 = size(line, 2);
    long askE9 = price(line, 3);
    long askSizeE9 = size(line, 4);
    if (bidE9 == 0 && askE9 == 0) {
      return RowVerdict.BAD_PRICE;
    }
    RowVerdict bid = side(bidE9, bidSizeE9);
    RowVerdict ask = side(askE9, askSizeE9);
    if (bid != RowVerdict.KEPT || ask != RowVerdict.KEPT) {
      return bid != RowVerdict.KEPT ? bid : ask;
    }
    if (LeanFlags.isSuspicious(line, 7) && !takesSuspicious) {
      return RowVerdict.SUSPICIOUS;
    }
    if (nanos < lastNanos) {
      return RowVerdict.OUT_OF_ORDER;
    }
    boolean completes = isPending && nanos == lastNanos && bidE9 == 0;
    if (isPending && !completes) {
      sink.row(row);
    }
    lastNanos = nanos;
    take(line.number(), nanos, bidE9, bidSizeE9, askE9, askSizeE9);
    isPending = askE9 == 0;
    if (!isPending) {
      sink.row(row);
    }
    return RowVerdict.KEPT;
  }

  @Override
  public void finish(RowSink sink) {
    if (isPending) {
      isPending = false;
      sink.row(row);
    }
  }

  private void take(long line, long nanos, long bidE9, long bidSizeE9, long askE9, long askSizeE9) {
    row.line = line;
    row.eventTimeNanos = nanos;
    row.seq = shape.seq(line);
    if (bidE9 != 0) {
      row.bidE9 = bidE9;
      row.bidSizeE9 = bidSizeE9;
    }
    if (askE9 != 0) {
      row.askE9 = askE9;
      row.askSizeE9 = askSizeE9;
    }
  }

  private static long price(Line line, int field) {
    return Decimals.e9(
        line.bytes, line.start(field), line.end(field), LeanEquityFormat.PRICE_SHIFT);
  }

  private static long size(Line line, int field) {
    return Decimals.e9(line.bytes, line.start(field), line.end(field), 0);
  }

  /** A side that the row leaves alone is zero. */
  private RowVerdict side(long priceE9, long sizeE9) {
    if (priceE9 == 0) {
      return sizeE9 == 0 ? RowVerdict.KEPT : RowVerdict.BAD_PRICE;
    }
    RowVerdict price = TradeRules.price(row.symbol, priceE9, units);
    return price == RowVerdict.KEPT ? TradeRules.size(row.symbol, sizeE9, units) : price;
  }
}
