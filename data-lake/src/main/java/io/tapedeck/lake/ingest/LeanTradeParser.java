package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;

/** {@code ms,price,size,exchange,condition,suspicious}. */
final class LeanTradeParser implements RowParser {
  private final FileShape shape;
  private final LeanClock clock;
  private final Units.Checker units;
  private final boolean takesSuspicious;
  private final TextPool texts = new TextPool();
  private final ParsedRow row = new ParsedRow();

  LeanTradeParser(
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
    row.aggressor = Missing.VALUE;
  }

  @Override
  public boolean hasHeader() {
    return false;
  }

  @Override
  public RowVerdict parse(Line line, RowSink sink) {
    line.split((byte) ',');
    if (line.fields() != 6) {
      return RowVerdict.COLUMNS;
    }
    long nanos = clock.nanos(line.bytes, line.start(0), line.end(0));
    if (nanos <= 0) {
      return nanos == WallClock.GAP ? RowVerdict.LOCAL_TIME_GAP : RowVerdict.BAD_TIME;
    }
    row.priceE9 = Decimals.e9(line.bytes, line.start(1), line.end(1), LeanEquityFormat.PRICE_SHIFT);
    row.sizeE9 = Decimals.e9(line.bytes, line.start(2), line.end(2), 0);
    RowVerdict verdict = TradeRules.check(row, units);
    if (verdict != RowVerdict.KEPT) {
      return verdict;
    }
    if (LeanFlags.isSuspicious(line, 5) && !takesSuspicious) {
      return RowVerdict.SUSPICIOUS;
    }
    row.line = line.number();
    row.eventTimeNanos = nanos;
    row.seq = shape.seq(line.number());
    row.conditions = texts.text(line.bytes, line.start(3), line.end(4));
    sink.row(row);
    return RowVerdict.KEPT;
  }
}
