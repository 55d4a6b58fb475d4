package io.tapedeck.lake.ingest;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.contract.Require;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;

/**
 * How the columns of any CSV become trades, quotes or bars; written as YAML.
 *
 * <pre>{@code
 * name: kraken-trades        # the source of its rows
 * table: trades              # trades, quotes or bars
 * delimiter: ","             # one character, or tab; "," by default
 * header: true               # false: columns are called 1, 2, 3, ...; true by default
 * null_tokens: ["", "NA"]    # texts that mean no value; "", null, NULL, NaN, nan, NA, N/A, None
 * symbol: {column: pair}     # or {constant: BTC/USD}, or {file: "^(.+?)_"}: the regex's group
 * time: {column: ts, unit: MS}           # S, MS, US, NS since the epoch, decimals allowed
 *    # {column: t, unit: MS, since: midnight, zone: America/New_York}, with a date
 *    # {column: t, unit: ISO, zone: UTC}   the zone is for times that do not name theirs
 *    # {column: t, unit: PATTERN, pattern: "yyyyMMdd HH:mm:ss.SSS", zone: Europe/London}
 * receive_time: {column: local_ts, unit: US}
 * date: {column: day, pattern: yyyy-MM-dd}   # or {file: "(\\d{8})", pattern: yyyyMMdd}
 * columns: {price: px, size: qty, aggressor: side, conditions: cond, venue: ex, seq: trade_id}
 *    # quotes: bid_price, bid_size, ask_price, ask_size; bars: open, high, low, close, volume,
 *    # vwap, trade_count. seq is the venue's trade id or number, a whole number: by it duplicates
 *    # are told
 * side: {buy: [B, buy], sell: [S, sell], neither: [X], of: aggressor}   # or of: maker
 * price_scale: 0.0001        # a power of ten; 1 by default
 * size_scale: 1
 * round_to: {price: 4, size: 8}   # decimals, half even; without it too fine rows are quarantined
 * bars: {length: 1m, stamp: close, price_kind: LAST}   # stamp: open or close, no default; a bar
 *    # of 1d is that of the session its stamp lies in, or ends, and opens and closes with it
 * instrument: {asset_class: CRYPTO, currency: USD, calendar: 24/7, price_quantum: 0.01,
 *              size_quantum: 0.00000001, price_increment: 0.01}   # for symbols nobody described
 * }</pre>
 *
 * <p>Wall-clock times: one that happens twice when clocks go back means the first; one that clocks
 * skip is quarantined. A session date is that of the calendar.
 *
 * @param columns column of each canonical field
 * @param receiveTime null if the source does not say
 * @param date where dates of times since midnight come from; null if there are none
 * @param side null if there is no aggressor
 * @param priceShift power of ten that prices count in
 * @param bars null unless the table is bars
 */
public record GenericMapping(
    String name,
    LakeTable table,
    CsvRule csv,
    SymbolRule symbol,
    TimeRule time,
    TimeRule receiveTime,
    DateRule date,
    SortedMap<String, String> columns,
    SideRule side,
    int priceShift,
    int sizeShift,
    RoundRule roundTo,
    BarRule bars,
    InstrumentDefaults instrument)
    implements Serializable {
  static final List<String> NULL_TOKENS =
      List.of("", "null", "NULL", "NaN", "nan", "NA", "N/A", "None");

  /** How lines split into columns. */
  record CsvRule(char delimiter, boolean hasHeader, List<String> nullTokens)
      implements Serializable {}

  /** Where symbols come from; exactly one is not null. */
  record SymbolRule(String column, String constant, String filePattern) implements Serializable {
    SymbolRule {
      long given =
          java.util.stream.Stream.of(column, constant, filePattern)
              .filter(java.util.Objects::nonNull)
              .count();
      Require.that(
          given == 1, "symbol needs one of column, constant and file, was given %d", given);
    }
  }

  /** Units of time columns. */
  enum TimeUnit {
    S(1_000_000_000L),
    MS(1_000_000L),
    US(1_000L),
    NS(1L),
    ISO(0),
    PATTERN(0);

    private final long nanos;

    TimeUnit(long nanos) {
      this.nanos = nanos;
    }

    /** Nanoseconds in one; 0 for text. */
    long nanos() {
      return nanos;
    }
  }

  /**
   * How a time is read.
   *
   * @param pattern for {@link TimeUnit#PATTERN}, else null
   * @param zone of wall-clock times; null where every time names its own
   * @param sinceMidnight whether it counts, or is, the time of a day given elsewhere
   */
  record TimeRule(String column, TimeUnit unit, String pattern, String zone, boolean sinceMidnight)
      implements Serializable {
    TimeRule {
      Require.that(
          (unit == TimeUnit.PATTERN) == (pattern != null),
          "time unit PATTERN needs a pattern, and only it has one");
      Require.that(
          zone != null || (unit.nanos() > 0 && !sinceMidnight) || unit == TimeUnit.ISO,
          "time in column %s needs a zone, such as America/New_York or UTC",
          column);
    }
  }

  /** Where the dates of times since midnight come from; one of column and file is not null. */
  record DateRule(String column, String filePattern, String pattern) implements Serializable {
    DateRule {
      Require.that((column == null) != (filePattern == null), "date needs one of column and file");
    }
  }

  /**
   * What texts in the aggressor column mean.
   *
   * @param signs +1, -1 or 0 by text, already turned to the aggressor's side
   */
  record SideRule(SortedMap<String, Integer> signs) implements Serializable {}

  /** Decimals to round to; -1 for not at all. */
  record RoundRule(int price, int size) implements Serializable {
    static final RoundRule NEVER = new RoundRule(-1, -1);
  }

  /**
   * What bars are.
   *
   * @param length as the lake writes it: 1s, 5m, 1h, 1d; 60s becomes 1m
   * @param stampsClose whether the time column is the bar's close, not its open
   */
  record BarRule(String length, boolean stampsClose, String priceKind) implements Serializable {
    BarRule {
      length = BarLength.parse(length).toString();
      Require.that(
          List.of("LAST", "BID", "ASK", "MID").contains(priceKind),
          "price_kind must be LAST, BID, ASK or MID, was %s",
          priceKind);
    }
  }

  public GenericMapping {
    List<String> known = fields(table);
    columns
        .keySet()
        .forEach(
            field ->
                Require.that(
                    known.contains(field), "%s have no %s, only %s", table.folder(), field, known));
    required(table)
        .forEach(
            field ->
                Require.that(
                    columns.containsKey(field), "columns must say which one is the %s", field));
    Require.that(
        (table == LakeTable.BARS) == (bars != null),
        "a mapping of bars needs bars: with length and stamp, and only that has it");
    Require.that(
        columns.containsKey("aggressor") == (side != null),
        "an aggressor column needs side: with the texts for buy and sell, and only it has one");
    Require.that(
        !time.sinceMidnight() || date != null, "times since midnight need date: column or file");
  }

  /** A mapping from YAML. @throws IllegalArgumentException if it is wrong, with what and where */
  public static GenericMapping parse(String yaml) {
    return MappingYaml.parse(yaml);
  }

  /** The format that reads files by this mapping. */
  public SourceFormat format() {
    return new GenericFormat(this);
  }

  static List<String> fields(LakeTable table) {
    return switch (table) {
      case TRADES -> List.of("price", "size", "aggressor", "conditions", "venue", "seq");
      case QUOTES ->
          List.of(
              Columns.BID_PRICE,
              Columns.BID_SIZE,
              Columns.ASK_PRICE,
              Columns.ASK_SIZE,
              "venue",
              "seq");
      case BARS -> List.of("open", "high", "low", "close", "volume", "vwap", Columns.TRADE_COUNT);
      default ->
          throw new IllegalArgumentException(
              "a mapping is for trades, quotes or bars, was " + table.folder());
    };
  }

  private static List<String> required(LakeTable table) {
    return switch (table) {
      case TRADES -> List.of("price");
      case QUOTES -> List.of(Columns.BID_PRICE, Columns.ASK_PRICE);
      default -> List.of("open", "high", "low", "close");
    };
  }
}
