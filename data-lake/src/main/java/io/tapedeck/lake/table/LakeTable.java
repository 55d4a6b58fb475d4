package io.tapedeck.lake.table;

import static io.tapedeck.lake.table.Schema.DECIMAL;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.ByteType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The input tables of a lake: schema, partitioning and constraints. */
public enum LakeTable implements TableDefinition {
  TRADES(
      "trades",
      "Prints on the tape, sorted by (ts_event, seq) inside a file",
      ticks()
          .required(Columns.PRICE, DECIMAL, "Price, exact")
          .optional(Columns.SIZE, DECIMAL, "Size; null where the source shows none")
          .optional(
              Columns.AGGRESSOR,
              ByteType,
              "Who took: +1 a buyer, -1 a seller, 0 neither; null unknown")
          .optional(
              Columns.CONDITIONS,
              StringType,
              "Sale conditions and exchange as the source writes them")
          .and(origin()),
      List.of(Columns.SYMBOL, Columns.DATE),
      List.of(
          "ts_event > 0",
          "price > 0",
          "size IS NULL OR size > 0",
          "aggressor IS NULL OR aggressor IN (-1, 0, 1)")),
  QUOTES(
      "quotes",
      "Best bid and offer after each change, sorted by (ts_event, seq) inside a file",
      ticks()
          .optional(Columns.BID_PRICE, DECIMAL, "Best bid; null where there is none")
          .optional(
              Columns.BID_SIZE,
              DECIMAL,
              "Size displayed at the bid; null where the source shows none")
          .optional(Columns.ASK_PRICE, DECIMAL, "Best offer; null where there is none")
          .optional(
              Columns.ASK_SIZE,
              DECIMAL,
              "Size displayed at the offer; null where the source shows none")
          .and(origin()),
      List.of(Columns.SYMBOL, Columns.DATE),
      List.of(
          "ts_event > 0",
          "bid_price IS NULL OR bid_price > 0",
          "ask_price IS NULL OR ask_price > 0",
          "bid_size IS NULL OR bid_size >= 0",
          "ask_size IS NULL OR ask_size >= 0",
          "bid_price IS NOT NULL OR ask_price IS NOT NULL")),
  BARS(
      "bars",
      "Bars of 1 s to 1 d, half-open [bar_open, bar_close), known at bar_close",
      new Schema()
          .required(Columns.BAR, StringType, "Length: 1s, 1m, 5m, 1h, 1d")
          .required(Columns.SYMBOL, StringType, "Instrument")
          .required(Columns.MONTH, StringType, "YYYY-MM of the session date; '-' for bars of a day")
          .required(Columns.DATE, DateType, "Session date")
          .required(Columns.PRICE_KIND, StringType, "LAST, BID, ASK or MID")
          .required(Columns.BAR_OPEN, LongType, "First nanosecond, since the epoch, UTC")
          .required(
              Columns.BAR_CLOSE,
              LongType,
              "When the bar is known, nanoseconds since the epoch, UTC")
          .required(Columns.OPEN, DECIMAL, "First price")
          .required(Columns.HIGH, DECIMAL, "Highest price")
          .required(Columns.LOW, DECIMAL, "Lowest price")
          .required(Columns.CLOSE, DECIMAL, "Last price")
          .optional(
              Columns.VOLUME,
              DataTypes.createDecimalType(28, 9),
              "Sum of sizes; null where the source has none")
          .optional(Columns.VWAP, DoubleType, "Volume-weighted mean price; null without volume")
          .optional(
              Columns.TRADE_COUNT, LongType, "Ticks in the bar; null where the source does not say")
          .required(
              Columns.SOURCE, StringType, "Where it comes from: a profile, or 'built' from ticks")
          .optional(
              Columns.SOURCE_FILE,
              StringType,
              "Logical name of the source file; null for built bars"),
      List.of(Columns.BAR, Columns.SYMBOL, Columns.MONTH),
      List.of(
          "bar_open < bar_close",
          "low <= open AND low <= close AND high >= open AND high >= close",
          "volume IS NULL OR volume >= 0")),
  SIGNALS(
      "signals",
      "Opinions made outside the engine; each is known at ts_event",
      new Schema()
          .required(Columns.SYMBOL, StringType, "Instrument")
          .required(Columns.YEAR, IntegerType, "Year of ts_event, UTC")
          .required(Columns.STRATEGY, StringType, "Name of the signal's maker")
          .required(
              Columns.TS_EVENT, LongType, "When it is known, nanoseconds since the epoch, UTC")
          .required(Columns.SEQ, LongType, "Order inside one nanosecond")
          .required(Columns.SIDE, ByteType, "+1 long, -1 short, 0 flat")
          .optional(Columns.STRENGTH, DoubleType, "Conviction, by convention from 0 to 1")
          .optional(Columns.HORIZON, LongType, "How long it is meant to hold, nanoseconds")
          .optional(Columns.PAYLOAD, StringType, "Anything else, as the maker writes it")
          .and(origin()),
      List.of(Columns.SYMBOL, Columns.YEAR),
      List.of("ts_event > 0", "side IN (-1, 0, 1)")),
  INSTRUMENTS(
      "instruments",
      "What is traded and in which units it is counted",
      new Schema()
          .required(Columns.SYMBOL, StringType, "Instrument")
          .required(Columns.ASSET_CLASS, StringType, "EQUITY, FX, CRYPTO, FUTURE or OTHER")
          .required(Columns.CURRENCY, StringType, "Currency of prices")
          .required(Columns.PRICE_QUANTUM, DECIMAL, "Price of one tick")
          .required(Columns.SIZE_QUANTUM, DECIMAL, "Size of one lot")
          .required(Columns.PRICE_INCREMENT, DECIMAL, "Smallest price step the venue accepts")
          .required(Columns.SIZE_INCREMENT, DECIMAL, "Smallest size step the venue accepts")
          .required(Columns.MULTIPLIER, LongType, "Currency per unit of size and of price")
          .required(Columns.CALENDAR, StringType, "Trading calendar")
          .required(Columns.IS_DEFAULT, BooleanType, "Whether nobody said so: units are a guess"),
      List.of(),
      List.of(
          "price_quantum > 0",
          "size_quantum > 0",
          "price_increment > 0",
          "size_increment > 0",
          "multiplier > 0")),
  CALENDARS(
      "calendars",
      "Sessions of each trading calendar",
      new Schema()
          .required(Columns.CALENDAR, StringType, "XNYS, FX, 24/7 or a name of one's own")
          .required(Columns.DATE, DateType, "Session date")
          .required(Columns.SESSION_OPEN, LongType, "First nanosecond, since the epoch, UTC")
          .required(Columns.SESSION_CLOSE, LongType, "Last nanosecond, since the epoch, UTC")
          .required(Columns.IS_HALF_DAY, BooleanType, "Whether it closes early"),
      List.of(),
      List.of("session_open < session_close")),
  INGESTS(
      "ingests",
      "Each version of each source file that was taken; the last row of a (source, file) is the one in force",
      new Schema()
          .required(Columns.SOURCE, StringType, "Profile or mapping that read it")
          .required(Columns.FILE, StringType, "Logical file name: its path below the source folder")
          .required(Columns.FILE_DIGEST, StringType, "SHA-256 of its bytes, hexadecimal")
          .required(
              Columns.FORMAT_DIGEST,
              StringType,
              "SHA-256 of the mapping and the options that decide what its rows become")
          .required(Columns.FILE_BYTES, LongType, "Its length in bytes")
          .required(Columns.TABLE, StringType, "Table it went to")
          .required(Columns.ROWS_READ, LongType, "Source rows: kept + duplicate + quarantined")
          .required(Columns.ROWS_KEPT, LongType, "Source rows taken")
          .required(Columns.ROWS_DUPLICATE, LongType, "Source rows taken before")
          .required(Columns.ROWS_QUARANTINED, LongType, "Source rows refused or excluded")
          .required(Columns.ROWS_DERIVED, LongType, "Table rows made from the rows kept")
          .required(Columns.INGESTED_AT, DataTypes.TimestampType, "When it was committed"),
      List.of(),
      List.of("rows_read = rows_kept + rows_duplicate + rows_quarantined")),
  QUARANTINE(
      "quarantine",
      "Source rows that were refused or excluded",
      new Schema()
          .required(Columns.SOURCE, StringType, "Profile or mapping that read it")
          .required(Columns.FILE, StringType, "Logical file name")
          .required(Columns.FILE_DIGEST, StringType, "SHA-256 of the file, hexadecimal")
          .required(Columns.LINE, LongType, "Line in the file, from 1")
          .required(Columns.REASON, StringType, "Why")
          .required(Columns.TEXT, StringType, "The line, at most 4 KB of it"),
      List.of(),
      List.of("line > 0")),
  PARTITION_DIGESTS(
      "partition_digests",
      "Content digest and row count of each (table, symbol, date); the same for the same rows in any file layout",
      new Schema()
          .required(Columns.TABLE, StringType, "trades, quotes, ...")
          .required(Columns.SYMBOL, StringType, "Instrument")
          .required(
              Columns.DATE,
              DateType,
              "Session date; 1 January of the year for signals, first of the month for bars")
          .required(Columns.BAR, StringType, "Bar length for bars, '-' elsewhere")
          .required(
              Columns.CONTENT_DIGEST,
              StringType,
              "Sum of the SHA-256 of its rows modulo 2^256, hexadecimal")
          .required(Columns.ROW_COUNT, LongType, "Number of rows"),
      List.of(),
      List.of("row_count >= 0"));

  private final String folder;
  private final String description;
  private final Schema schema;
  private final List<String> partitionColumns;
  private final List<String> constraints;

  LakeTable(
      String folder,
      String description,
      Schema schema,
      List<String> partitionColumns,
      List<String> constraints) {
    this.folder = folder;
    this.description = description;
    this.schema = schema;
    this.partitionColumns = partitionColumns;
    this.constraints = constraints;
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public StructType schema() {
    return schema.struct();
  }

  @Override
  public List<String> partitionColumns() {
    return partitionColumns;
  }

  @Override
  public List<String> constraints() {
    return constraints;
  }

  private static Schema ticks() {
    return new Schema()
        .required(Columns.SYMBOL, StringType, "Instrument")
        .required(Columns.DATE, DateType, "Session date of the exchange")
        .required(
            Columns.TS_EVENT,
            LongType,
            "When it happened at the venue, nanoseconds since the epoch, UTC")
        .optional(
            Columns.TS_RECV, LongType, "When it could be known, nanoseconds since the epoch, UTC")
        .required(
            Columns.SEQ, LongType, "Order inside a stream: the venue's number, else file and line")
        .optional(Columns.VENUE, StringType, "Venue of the stream; null for a consolidated tape");
  }

  private static Schema origin() {
    return new Schema()
        .required(Columns.SOURCE, StringType, "Profile or mapping that read it")
        .required(Columns.SOURCE_FILE, StringType, "Logical name of the source file");
  }
}
