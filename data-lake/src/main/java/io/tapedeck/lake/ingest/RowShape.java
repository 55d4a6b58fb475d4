package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionKey;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.Decimal;

/** Turns parsed rows into rows and partitions of a table, in the order of its columns. */
final class RowShape implements Serializable {
  private static final int PRECISION = 18;
  private static final int SCALE = 9;
  private static final String NO_MONTH = "-";

  private final LakeTable table;
  private final String source;

  RowShape(LakeTable table, String source) {
    this.table = table;
    this.source = source;
  }

  /** The columns a file of this table is sorted by: its partitions', then time. */
  static List<String> order(LakeTable table) {
    return switch (table) {
      case TRADES, QUOTES ->
          List.of(
              Columns.SYMBOL,
              Columns.DATE,
              Columns.TS_EVENT,
              Columns.SEQ,
              Columns.SOURCE,
              Columns.VENUE);
      case BARS ->
          List.of(
              Columns.BAR, Columns.SYMBOL, Columns.MONTH, Columns.BAR_CLOSE, Columns.PRICE_KIND);
      case SIGNALS ->
          List.of(Columns.SYMBOL, Columns.YEAR, Columns.TS_EVENT, Columns.SEQ, Columns.STRATEGY);
      default -> throw new IllegalArgumentException("no source files hold " + table.folder());
    };
  }

  /** The partition of a parsed row. */
  PartitionKey partition(ParsedRow row) {
    LocalDate date = LocalDate.ofEpochDay(row.epochDay);
    return switch (table) {
      case BARS -> new PartitionKey(table, List.of(row.bar, row.symbol, month(row, date)));
      case SIGNALS -> new PartitionKey(table, List.of(row.symbol, Integer.toString(year(row))));
      default -> PartitionKey.of(table, row.symbol, date);
    };
  }

  /** The table row of a parsed row. */
  Row row(ParsedRow row, String file) {
    return switch (table) {
      case TRADES -> trade(row, file);
      case QUOTES -> quote(row, file);
      case BARS -> bar(row, file);
      case SIGNALS -> signal(row, file);
      default -> throw new IllegalArgumentException("no source files hold " + table.folder());
    };
  }

  private Row trade(ParsedRow row, String file) {
    return RowFactory.create(
        row.symbol,
        date(row),
        row.eventTimeNanos,
        optional(row.receiveTimeNanos),
        row.seq,
        row.venue,
        decimal(row.priceE9),
        decimal(row.sizeE9),
        Missing.is(row.aggressor) ? null : (byte) row.aggressor,
        row.conditions,
        source,
        file);
  }

  private Row quote(ParsedRow row, String file) {
    return RowFactory.create(
        row.symbol,
        date(row),
        row.eventTimeNanos,
        optional(row.receiveTimeNanos),
        row.seq,
        row.venue,
        decimal(row.bidE9),
        decimal(row.bidSizeE9),
        decimal(row.askE9),
        decimal(row.askSizeE9),
        source,
        file);
  }

  private Row bar(ParsedRow row, String file) {
    return RowFactory.create(
        row.bar,
        row.symbol,
        month(row, LocalDate.ofEpochDay(row.epochDay)),
        date(row),
        row.priceKind,
        row.openTimeNanos,
        row.eventTimeNanos,
        decimal(row.openE9),
        decimal(row.highE9),
        decimal(row.lowE9),
        decimal(row.closeE9),
        row.volume,
        row.vwap,
        optional(row.tradeCount),
        source,
        file);
  }

  private Row signal(ParsedRow row, String file) {
    return RowFactory.create(
        row.symbol,
        year(row),
        row.strategy,
        row.eventTimeNanos,
        row.seq,
        (byte) row.side,
        row.strength,
        optional(row.horizonNanos),
        row.payload,
        source,
        file);
  }

  private static LocalDate date(ParsedRow row) {
    return LocalDate.ofEpochDay(row.epochDay);
  }

  private static Long optional(long value) {
    return Missing.is(value) ? null : (Long) value;
  }

  private static Decimal decimal(long e9) {
    return Missing.is(e9) ? null : Decimal.createUnsafe(e9, PRECISION, SCALE);
  }

  private static int year(ParsedRow row) {
    return LocalDate.ofEpochDay(Math.floorDiv(row.eventTimeNanos, WallClock.NANOS_PER_DAY))
        .getYear();
  }

  private static String month(ParsedRow row, LocalDate date) {
    return row.bar.endsWith("d") ? NO_MONTH : date.toString().substring(0, 7);
  }
}
