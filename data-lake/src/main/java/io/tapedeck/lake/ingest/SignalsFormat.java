package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.calendar.DailyCalendar;
import io.tapedeck.lake.ingest.GenericMapping.TimeRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeUnit;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.util.List;
import java.util.Map;

/**
 * Signals as CSV or Arrow under the table's column names: {@code symbol,ts_event,strategy,side}
 * and, if wanted, {@code strength,horizon,payload,seq}.
 *
 * <p>{@code ts_event} is a whole number of nanoseconds since the epoch or ISO 8601 with its zone,
 * {@code side} one of 1, +1, LONG, -1, SHORT, 0, FLAT, {@code horizon} in nanoseconds.
 */
final class SignalsFormat extends SourceFormat {
  static final String NAME = "signals";

  private static final Map<String, Integer> SIDES =
      Map.of("1", 1, "+1", 1, "LONG", 1, "-1", -1, "SHORT", -1, "0", 0, "FLAT", 0);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Signals as CSV or Arrow: symbol,ts_event,strategy,side[,strength,horizon,payload,seq]";
  }

  @Override
  String fingerprint() {
    return NAME + " 1";
  }

  @Override
  FileShape shape(SourceFile file) {
    return new FileShape(LakeTable.SIGNALS, Ordinals.ofName(file.logicalName()), NAME);
  }

  @Override
  InstrumentDefaults defaults(String symbol) {
    return new InstrumentDefaults(AssetClass.OTHER, "USD", 0, 0, 0, DailyCalendar.NAME);
  }

  @Override
  ArrowColumns arrowColumns() {
    return ArrowColumns.of(LakeTable.SIGNALS);
  }

  @Override
  RowParser parser(SourceFile file, IntakePlan plan) {
    return new Parser(shape(file));
  }

  /** Reads one file. */
  private static final class Parser implements RowParser {
    private final FileShape shape;
    private final ColumnIndex columns =
        new ColumnIndex(new GenericMapping.CsvRule(',', true, GenericMapping.NULL_TOKENS));
    private final TimeReader nanos =
        new TimeReader(new TimeRule(Columns.TS_EVENT, TimeUnit.NS, null, null, false));
    private final TimeReader iso =
        new TimeReader(new TimeRule(Columns.TS_EVENT, TimeUnit.ISO, null, null, false));
    private final TextPool texts = new TextPool();
    private final ParsedRow row = new ParsedRow();
    private int symbol;
    private int time;
    private int strategy;
    private int side;
    private int strength = -1;
    private int horizon = -1;
    private int payload = -1;
    private int seq = -1;

    Parser(FileShape shape) {
      this.shape = shape;
    }

    @Override
    public boolean hasHeader() {
      return true;
    }

    @Override
    public void header(Line line) throws RefusedFileException {
      columns.header(line);
      List<String> names = line.texts();
      symbol = columns.of(Columns.SYMBOL);
      time = columns.of(Columns.TS_EVENT);
      strategy = columns.of(Columns.STRATEGY);
      side = columns.of(Columns.SIDE);
      strength = names.indexOf(Columns.STRENGTH);
      horizon = names.indexOf(Columns.HORIZON);
      payload = names.indexOf(Columns.PAYLOAD);
      seq = names.indexOf(Columns.SEQ);
    }

    @Override
    public RowVerdict parse(Line line, RowSink sink) {
      if (!columns.split(line)) {
        return RowVerdict.COLUMNS;
      }
      if (columns.isNull(line, symbol) || columns.isNull(line, strategy)) {
        return RowVerdict.BAD_SYMBOL;
      }
      row.eventTimeNanos = time(line);
      if (row.eventTimeNanos <= 0) {
        return RowVerdict.BAD_TIME;
      }
      Integer sign = SIDES.get(line.text(side).toUpperCase(java.util.Locale.ROOT));
      if (sign == null) {
        return RowVerdict.BAD_SIDE;
      }
      row.symbol = texts.text(line.bytes, line.start(symbol), line.end(symbol));
      row.strategy = texts.text(line.bytes, line.start(strategy), line.end(strategy));
      row.side = sign;
      row.payload = columns.isNull(line, payload) ? null : line.text(payload);
      row.line = line.number();
      RowVerdict verdict = numbers(line);
      if (verdict == RowVerdict.KEPT) {
        sink.row(row);
      }
      return verdict;
    }

    private long time(Line line) {
      long counted = nanos.nanos(line.bytes, line.start(time), line.end(time), 0);
      return counted > 0 ? counted : iso.nanos(line.bytes, line.start(time), line.end(time), 0);
    }

    private RowVerdict numbers(Line line) {
      row.strength = null;
      row.horizonNanos = Missing.VALUE;
      row.seq = shape.seq(line.number());
      if (!columns.isNull(line, strength)) {
        long e9 = Decimals.e9(line.bytes, line.start(strength), line.end(strength), 0);
        if (Decimals.isCode(e9) && e9 != Decimals.TOO_FINE) {
          return RowVerdict.BAD_NUMBER;
        }
        row.strength = Double.valueOf(line.text(strength));
      }
      if (!columns.isNull(line, horizon)) {
        row.horizonNanos = Decimals.whole(line.bytes, line.start(horizon), line.end(horizon));
        if (row.horizonNanos < 0) {
          return RowVerdict.BAD_NUMBER;
        }
      }
      if (!columns.isNull(line, seq)) {
        row.seq = Decimals.whole(line.bytes, line.start(seq), line.end(seq));
        return row.seq < 0 ? RowVerdict.BAD_SEQUENCE : RowVerdict.KEPT;
      }
      return RowVerdict.KEPT;
    }
  }
}
