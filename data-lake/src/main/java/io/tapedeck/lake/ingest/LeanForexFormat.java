package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.calendar.FxCalendar;
import io.tapedeck.lake.table.LakeTable;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Foreign exchange quotes in LEAN's layout (FXCM): {@code ms,bid,ask} without header.
 *
 * <p>Milliseconds, possibly with a fraction, count from midnight at UTC-5 all year; prices are
 * decimals; no sizes are shown. A file of one calendar date spans two session dates.
 */
final class LeanForexFormat extends SourceFormat {
  static final String NAME = "lean-forex";
  private static final ZoneId ZONE = ZoneOffset.ofHours(-5);
  private static final int PAIR_LETTERS = 6;

  private final LeanNames names;

  LeanForexFormat(LeanNames names) {
    this.names = names;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Foreign exchange quotes in LEAN's zips: PAIR/YYYYMMDD_quote.zip; decimals, "
        + "milliseconds since midnight at UTC-5, no sizes";
  }

  @Override
  String fingerprint() {
    return NAME + " 1 symbol=" + names.symbol();
  }

  @Override
  FileShape shape(SourceFile file) throws RefusedFileException {
    FileShape shape = names.shape(file);
    if (shape.table() != LakeTable.QUOTES) {
      throw new RefusedFileException(
          RefusalReason.WRONG_NAME, "foreign exchange files hold quotes: YYYYMMDD_quote.zip");
    }
    return shape;
  }

  @Override
  String logicalName(SourceFile file) {
    return LeanNames.logicalName(file);
  }

  @Override
  InstrumentDefaults defaults(String symbol) {
    String quoted =
        symbol.matches("[A-Z]{6}") ? symbol.substring(PAIR_LETTERS / 2, PAIR_LETTERS) : "USD";
    long quantumE9 = quoted.equals("JPY") ? 1_000_000 : 10_000;
    return new InstrumentDefaults(
        AssetClass.FX, quoted, quantumE9, 1_000_000_000, quantumE9, FxCalendar.NAME);
  }

  @Override
  RowParser parser(SourceFile file, IntakePlan plan) throws RefusedFileException {
    return new Parser(
        names.symbolOf(file),
        shape(file),
        new LeanClock(ZONE, names.dateOf(file)),
        plan.units().checker());
  }

  /** Reads one file. */
  private static final class Parser implements RowParser {
    private final FileShape shape;
    private final LeanClock clock;
    private final Units.Checker units;
    private final ParsedRow row = new ParsedRow();

    Parser(String symbol, FileShape shape, LeanClock clock, Units.Checker units) {
      this.shape = shape;
      this.clock = clock;
      this.units = units;
      row.symbol = symbol;
      row.bidSizeE9 = Missing.VALUE;
      row.askSizeE9 = Missing.VALUE;
    }

    @Override
    public boolean hasHeader() {
      return false;
    }

    @Override
    public RowVerdict parse(Line line, RowSink sink) {
      line.split((byte) ',');
      if (line.fields() != 3) {
        return RowVerdict.COLUMNS;
      }
      row.eventTimeNanos = clock.nanos(line.bytes, line.start(0), line.end(0));
      if (row.eventTimeNanos <= 0) {
        return RowVerdict.BAD_TIME;
      }
      row.bidE9 = Decimals.e9(line.bytes, line.start(1), line.end(1), 0);
      row.askE9 = Decimals.e9(line.bytes, line.start(2), line.end(2), 0);
      RowVerdict bid = TradeRules.price(row.symbol, row.bidE9, units);
      RowVerdict ask = TradeRules.price(row.symbol, row.askE9, units);
      if (bid != RowVerdict.KEPT || ask != RowVerdict.KEPT) {
        return bid != RowVerdict.KEPT ? bid : ask;
      }
      row.line = line.number();
      row.seq = shape.seq(line.number());
      sink.row(row);
      return RowVerdict.KEPT;
    }
  }
}
