package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.calendar.DailyCalendar;
import io.tapedeck.lake.table.LakeTable;

/**
 * Trades of the Bitstamp exchange: {@code timestamp,price,amount} under that header, whole seconds
 * since the epoch, decimals with up to twelve digits of which nine may be significant.
 *
 * <p>The file has no symbol: BTC/USD unless another is given. Many trades share a second; the order
 * of the file is theirs.
 */
final class BitstampFormat extends SourceFormat {
  static final String NAME = "bitstamp";

  private static final String HEADER = "timestamp,price,amount";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND;

  private final String symbol;

  BitstampFormat(String symbol) {
    this.symbol = symbol;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Bitstamp trades as CSV: timestamp (s),price,amount with a header; symbol " + symbol;
  }

  @Override
  String fingerprint() {
    return NAME + " 1 " + symbol;
  }

  @Override
  FileShape shape(SourceFile file) {
    return new FileShape(LakeTable.TRADES, Ordinals.ofName(file.logicalName()), symbol);
  }

  @Override
  InstrumentDefaults defaults(String symbol) {
    return new InstrumentDefaults(
        AssetClass.CRYPTO, "USD", 10_000_000, 10, 10_000_000, DailyCalendar.NAME);
  }

  @Override
  RowParser parser(SourceFile file, IntakePlan plan) {
    return new Parser(shape(file), plan.units().checker());
  }

  /** Reads one file. */
  private final class Parser implements RowParser {
    private final FileShape shape;
    private final Units.Checker units;
    private final ParsedRow row = new ParsedRow();

    Parser(FileShape shape, Units.Checker units) {
      this.shape = shape;
      this.units = units;
      row.symbol = symbol;
      row.aggressor = Missing.VALUE;
    }

    @Override
    public boolean hasHeader() {
      return true;
    }

    @Override
    public void header(Line line) throws RefusedFileException {
      if (!line.text().equals(HEADER)) {
        throw new RefusedFileException(
            RefusalReason.WRONG_HEADER,
            "the first line must be " + HEADER + ", was " + Messages.shortened(line.text()));
      }
    }

    @Override
    public RowVerdict parse(Line line, RowSink sink) {
      line.split((byte) ',');
      if (line.fields() != 3) {
        return RowVerdict.COLUMNS;
      }
      long seconds = Decimals.whole(line.bytes, line.start(0), line.end(0));
      if (seconds <= 0 || seconds > MAX_SECONDS) {
        return RowVerdict.BAD_TIME;
      }
      row.priceE9 = Decimals.e9(line.bytes, line.start(1), line.end(1), 0);
      row.sizeE9 = Decimals.e9(line.bytes, line.start(2), line.end(2), 0);
      RowVerdict verdict = TradeRules.check(row, units);
      if (verdict != RowVerdict.KEPT) {
        return verdict;
      }
      row.line = line.number();
      row.eventTimeNanos = seconds * NANOS_PER_SECOND;
      row.seq = shape.seq(line.number());
      sink.row(row);
      return RowVerdict.KEPT;
    }
  }
}
