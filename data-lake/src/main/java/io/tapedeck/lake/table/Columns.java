package io.tapedeck.lake.table;

/** Every column name of the lake and of its result tables, spelled once. */
public final class Columns {
  public static final String SYMBOL = "symbol";
  public static final String DATE = "date";
  public static final String TS_EVENT = "ts_event";
  public static final String TS_RECV = "ts_recv";
  public static final String SEQ = "seq";
  public static final String VENUE = "venue";
  public static final String SOURCE = "source";
  public static final String SOURCE_FILE = "source_file";

  public static final String PRICE = "price";
  public static final String SIZE = "size";
  public static final String AGGRESSOR = "aggressor";
  public static final String CONDITIONS = "conditions";

  public static final String BID_PRICE = "bid_price";
  public static final String BID_SIZE = "bid_size";
  public static final String ASK_PRICE = "ask_price";
  public static final String ASK_SIZE = "ask_size";

  public static final String BAR = "bar";
  public static final String MONTH = "month";
  public static final String PRICE_KIND = "price_kind";
  public static final String BAR_OPEN = "bar_open";
  public static final String BAR_CLOSE = "bar_close";
  public static final String OPEN = "open";
  public static final String HIGH = "high";
  public static final String LOW = "low";
  public static final String CLOSE = "close";
  public static final String VOLUME = "volume";
  public static final String VWAP = "vwap";
  public static final String TRADE_COUNT = "trade_count";

  public static final String YEAR = "year";
  public static final String STRATEGY = "strategy";
  public static final String SIDE = "side";
  public static final String STRENGTH = "strength";
  public static final String HORIZON = "horizon";
  public static final String PAYLOAD = "payload";

  public static final String ASSET_CLASS = "asset_class";
  public static final String CURRENCY = "currency";
  public static final String PRICE_QUANTUM = "price_quantum";
  public static final String SIZE_QUANTUM = "size_quantum";
  public static final String PRICE_INCREMENT = "price_increment";
  public static final String SIZE_INCREMENT = "size_increment";
  public static final String MULTIPLIER = "multiplier";
  public static final String CALENDAR = "calendar";
  public static final String IS_DEFAULT = "is_default";

  public static final String SESSION_OPEN = "session_open";
  public static final String SESSION_CLOSE = "session_close";
  public static final String IS_HALF_DAY = "is_half_day";

  public static final String FILE = "file";
  public static final String FILE_DIGEST = "file_digest";
  public static final String FORMAT_DIGEST = "format_digest";
  public static final String FILE_BYTES = "file_bytes";
  public static final String TABLE = "table";
  public static final String ROWS_READ = "rows_read";
  public static final String ROWS_KEPT = "rows_kept";
  public static final String ROWS_DUPLICATE = "rows_duplicate";
  public static final String ROWS_QUARANTINED = "rows_quarantined";
  public static final String ROWS_DERIVED = "rows_derived";
  public static final String INGESTED_AT = "ingested_at";
  public static final String LINE = "line";
  public static final String TEXT = "text";
  public static final String REASON = "reason";
  public static final String CONTENT_DIGEST = "content_digest";
  public static final String ROW_COUNT = "row_count";

  private Columns() {}
}
