package io.tapedeck.lake.scan;

import io.tapedeck.core.market.AssetClass;
import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.EventKind;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import io.tapedeck.lake.table.PartitionKey;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A lake written by hand: tick 0.01, lot 0.001, sessions are UTC days. */
public final class TickLake {
  public static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);
  public static final LocalDate TUESDAY = MONDAY.plusDays(1);
  public static final LocalDate WEDNESDAY = MONDAY.plusDays(2);

  private final Lake lake;
  private final TreeSet<String> described = new TreeSet<>();

  public TickLake(Path folder) {
    lake = Lake.at(SharedSpark.session(), folder.toString());
  }

  public Lake lake() {
    return lake;
  }

  /** Midnight UTC of a date plus so many nanoseconds. */
  public static long at(LocalDate date, long nanos) {
    return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + nanos;
  }

  /** A trade at 1 lot. */
  public static Row trade(
      String symbol, LocalDate date, long nanos, long seq, String venue, String price) {
    return RowFactory.create(
        symbol,
        Date.valueOf(date),
        at(date, nanos),
        null,
        seq,
        venue,
        new BigDecimal(price),
        new BigDecimal("0.001"),
        null,
        null,
        "hand",
        "hand.csv");
  }

  /** A trade of this many units with conditions in LEAN's manner. */
  public static Row print(
      String symbol, LocalDate date, long nanos, long seq, int size, String conditions) {
    return RowFactory.create(
        symbol,
        Date.valueOf(date),
        at(date, nanos),
        null,
        seq,
        null,
        new BigDecimal("100.00"),
        BigDecimal.valueOf(size),
        null,
        conditions,
        "lean-equity",
        "hand.zip");
  }

  public static Row quote(
      String symbol, LocalDate date, long nanos, long seq, String bid, String ask) {
    return RowFactory.create(
        symbol,
        Date.valueOf(date),
        at(date, nanos),
        at(date, nanos + 500),
        seq,
        null,
        bid == null ? null : new BigDecimal(bid),
        null,
        ask == null ? null : new BigDecimal(ask),
        new BigDecimal("2"),
        "hand",
        "hand.csv");
  }

  public static Row signal(String symbol, long nanos, long seq, String maker, int side) {
    return RowFactory.create(
        symbol,
        LocalDate.ofEpochDay(Math.floorDiv(nanos, 86_400_000_000_000L)).getYear(),
        maker,
        nanos,
        seq,
        (byte) side,
        null,
        null,
        null,
        "hand",
        "hand.csv");
  }

  /** Many trades of a day on two venues, with many in one nanosecond, in the order of seq. */
  public static List<Row> randomTrades(String symbol, LocalDate date, int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    long nanos = 0;
    for (int i = 0; i < count; i++) {
      nanos += random.nextInt(3);
      String venue = random.nextBoolean() ? "A" : "B";
      rows.add(trade(symbol, date, nanos, i, venue, "100." + (10 + random.nextInt(90))));
    }
    return rows;
  }

  /** Quotes of a day, in the order of seq; some have one side only. */
  public static List<Row> randomQuotes(String symbol, LocalDate date, int count, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    long nanos = 0;
    for (int i = 0; i < count; i++) {
      nanos += random.nextInt(4);
      String bid = random.nextInt(10) == 0 ? null : "100." + (10 + random.nextInt(40));
      rows.add(quote(symbol, date, nanos, i, bid, "100." + (60 + random.nextInt(40))));
    }
    return rows;
  }

  /** Writes rows as one file of each partition, and their digests. */
  public TickLake with(LakeTable table, List<Row> rows) {
    return with(table, rows, ds -> ds.coalesce(1));
  }

  /** Writes rows in a layout, and their digests. */
  public TickLake with(LakeTable table, List<Row> rows, UnaryOperator<Dataset<Row>> layout) {
    LakeTables.createIfMissing(lake, table);
    append(table, layout.apply(lake.spark().createDataFrame(rows, table.schema())));
    record(table, rows);
    return this;
  }

  /** Appends rows as they are, behind the back of the digests. */
  public void append(LakeTable table, Dataset<Row> rows) {
    rows.write()
        .format("delta")
        .mode("append")
        .partitionBy(table.partitionColumns().toArray(String[]::new))
        .save(lake.path(table));
  }

  /** Stores the digests of the partitions of these rows and describes their symbols. */
  public void record(LakeTable table, List<Row> rows) {
    TreeSet<PartitionKey> partitions = new TreeSet<>();
    TreeSet<String> symbols = new TreeSet<>();
    for (Row row : rows) {
      symbols.add(row.getString(0));
      partitions.add(
          new PartitionKey(table, List.of(row.getString(0), String.valueOf(row.get(1)))));
    }
    PartitionDigests.update(lake, table, partitions);
    symbols.removeAll(described);
    if (!symbols.isEmpty()) {
      InstrumentBook.put(
          lake, symbols.stream().map(s -> new InstrumentBook.Entry(instrument(s), false)).toList());
    }
    described.addAll(symbols);
  }

  private static io.tapedeck.core.market.Instrument instrument(String symbol) {
    return InstrumentBook.instrument(
        symbol,
        AssetClass.CRYPTO,
        "USD",
        new BigDecimal("0.01"),
        new BigDecimal("0.001"),
        new BigDecimal("0.01"),
        new BigDecimal("0.001"),
        1,
        "24/7");
  }

  /** Plans trades, quotes and signals of these symbols, Monday to Wednesday. */
  public PinnedScan plan(String... symbols) {
    return ScanPlanner.plan(
        lake,
        new ScanRequest(
            List.of(symbols),
            MONDAY,
            WEDNESDAY,
            java.util.Set.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.SIGNALS)));
  }

  /** The events of a scan, one line each, in the order of the tape. */
  public List<String> events(PinnedScan scan) {
    return events(scan, List.of());
  }

  /** The events of a scan inside these sessions. */
  public List<String> events(PinnedScan scan, List<io.tapedeck.core.market.Session> regularHours) {
    List<String> lines = new ArrayList<>();
    TapeBatch batch = new TapeBatch(1000);
    try (LakeFeed feed = new LakeFeed(scan, lake.hadoopConfiguration(), regularHours)) {
      while (feed.refill(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          lines.add(line(scan, batch, i));
        }
      }
    }
    return lines;
  }

  /** The bars of a scan, one line for each end, in the order of the tape. */
  public List<String> bars(PinnedScan scan) {
    List<String> lines = new ArrayList<>();
    TapeBatch batch = new TapeBatch(3);
    try (LakeFeed feed = new LakeFeed(scan, lake.hadoopConfiguration(), List.of())) {
      while (feed.refill(batch)) {
        for (int i = 0; i < batch.size(); i++) {
          boolean isOpen = batch.kind(i) == EventKind.BAR_OPEN;
          if (isOpen || batch.kind(i) == EventKind.BAR) {
            String end = isOpen ? "open " : "close ";
            BarColumns bars = isOpen ? batch.barOpens() : batch.bars();
            lines.add(
                end + Instant.EPOCH.plusNanos(batch.eventTimeNanos(i)) + line(bars, batch.row(i)));
          }
        }
      }
    }
    return lines;
  }

  private static String line(BarColumns bars, int row) {
    return String.join(
        " ",
        "",
        bars.price(row).name(),
        "" + bars.openTicks(row),
        "" + bars.highTicks(row),
        "" + bars.lowTicks(row),
        "" + bars.closeTicks(row),
        "x",
        Missing.is(bars.lots(row)) ? "-" : "" + bars.lots(row));
  }

  private static String line(PinnedScan scan, TapeBatch batch, int index) {
    int row = batch.row(index);
    byte kind = batch.kind(index);
    var columns = batch.columns(kind);
    StreamKey stream = scan.streams().get(columns.stream(row));
    String key =
        String.join(
            " ",
            scan.universe().instrument(columns.instrument(row)).symbol(),
            String.valueOf(columns.eventTimeNanos(row)),
            stream.table().folder(),
            stream.venue().isEmpty() ? "-" : stream.venue(),
            String.valueOf(columns.seq(row)));
    return switch (kind) {
      case EventKind.TRADE ->
          key + " " + batch.trades().priceTicks(row) + " x " + batch.trades().lots(row);
      case EventKind.QUOTE ->
          key + " " + batch.quotes().bidTicks(row) + " / " + batch.quotes().askTicks(row);
      default -> key + " " + batch.signals().side(row);
    };
  }
}
