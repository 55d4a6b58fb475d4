package io.tapedeck.jobs.sweep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_json;

import io.delta.tables.DeltaTable;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.YamlTree;
import io.tapedeck.lake.calendar.CalendarBook;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import io.tapedeck.lake.table.PartitionKey;
import io.tapedeck.lake.table.ResultTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A small lake: QQQ has quotes and trades, TTT trades only; four days of a market that never
 * closes; tick 0.01, lot 1.
 */
public final class SweepLake {
  static final LocalDate MONDAY = LocalDate.of(2024, 1, 8);
  private static final int DAYS = 4;
  private static final int TICKS_A_DAY = 300;
  private static final long STEP_NANOS = 60_000_000_000L;

  private static Path model;

  private final Lake lake;

  private SweepLake(Lake lake) {
    this.lake = lake;
  }

  /** A lake with ticks in a folder; a copy of one that is made once, without results. */
  static Lake in(Path folder) {
    try {
      if (model == null) {
        model = Files.createTempDirectory("tapedeck-model");
        model.toFile().deleteOnExit();
        make(model);
      }
      FileUtils.copyDirectory(model.toFile(), folder.toFile());
      return Lake.at(SharedSpark.session(), folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such a lake in a folder, with all that this job file's sweep finds. */
  public static Lake swept(Path folder, String yaml) {
    Lake lake = in(folder);
    sweep(lake, yaml).run(SweepProgress.SILENT);
    return lake;
  }

  private static void make(Path folder) {
    SweepLake made = new SweepLake(Lake.at(SharedSpark.session(), folder.toString()));
    CalendarBook.seedIfMissing(made.lake);
    InstrumentBook.put(made.lake, List.of(described("QQQ"), described("TTT")));
    made.write(LakeTable.QUOTES, quotes("QQQ", 1));
    List<Row> trades = new ArrayList<>(trades("QQQ", 2));
    trades.addAll(trades("TTT", 3));
    made.write(LakeTable.TRADES, trades);
  }

  /** The sweep that this job file asks for, over this lake. */
  static Sweep sweep(Lake lake, String yaml) {
    return Sweep.of(lake, spec(lake, yaml));
  }

  static SweepSpec spec(Lake lake, String yaml) {
    return SweepSpec.bind(
        Fields.of(YamlTree.parse(yaml + "\nlake: " + lake.root() + "\n", "test.yaml")));
  }

  /** The one file of a partition. */
  static Path fileOf(Lake lake, LakeTable table, String symbol, LocalDate date) {
    String file =
        lake.read(table)
            .where(col("symbol").equalTo(symbol).and(col("date").equalTo(Date.valueOf(date))))
            .inputFiles()[0];
    return Path.of(URI.create(file));
  }

  /** The same rows of a table in other files. */
  static void rewriteAsManyFiles(Lake lake, LakeTable table) {
    lake.read(table)
        .repartition(3)
        .sortWithinPartitions("symbol", "date", "ts_event", "seq")
        .write()
        .format("delta")
        .mode("overwrite")
        .option("dataChange", "false")
        .save(lake.path(table));
  }

  /** Another size of one trade, with the digest that ingest would write. */
  static void changeOneTick(Lake lake) {
    DeltaTable.forPath(lake.spark(), lake.path(LakeTable.TRADES))
        .updateExpr("symbol = 'TTT' AND date = '2024-01-09' AND seq = 7", Map.of("size", "77"));
    PartitionDigests.update(
        lake,
        LakeTable.TRADES,
        List.of(PartitionKey.of(LakeTable.TRADES, "TTT", MONDAY.plusDays(1))));
  }

  /** One more day of trades of TTT, as a later ingest brings it. */
  static void takeAnotherDay(Lake lake) {
    LocalDate date = MONDAY.plusDays(DAYS);
    Row trade =
        RowFactory.create(
            "TTT",
            Date.valueOf(date),
            at(date, 0),
            null,
            0L,
            null,
            new BigDecimal("100.00"),
            BigDecimal.ONE,
            (byte) 1,
            null,
            "hand",
            "later.csv");
    new SweepLake(lake).write(LakeTable.TRADES, List.of(trade));
  }

  /** All rows of a table as they lie there, without what was measured; maps as text. */
  static Dataset<Row> comparable(Lake lake, ResultTable table) {
    Dataset<Row> rows =
        lake.read(table)
            .drop(
                Columns.TRIES,
                Columns.SECONDS,
                Columns.TICK_LANES_PER_SECOND,
                Columns.LANES, // what a unit measured is lost if it is killed right after its runs
                Columns.TICKS_PER_SECOND,
                Columns.DECODE_SECONDS);
    for (String map :
        List.of(
            Columns.PARAMETERS, Columns.TABLE_VERSIONS, Columns.DENIED, Columns.STRATEGY_PROFITS)) {
      if (List.of(rows.columns()).contains(map)) {
        rows = rows.withColumn(map, to_json(col(map)));
      }
    }
    return rows;
  }

  private static InstrumentBook.Entry described(String symbol) {
    BigDecimal cent = new BigDecimal("0.01");
    return new InstrumentBook.Entry(
        InstrumentBook.instrument(
            symbol,
            AssetClass.EQUITY,
            "USD",
            cent,
            BigDecimal.ONE,
            cent,
            BigDecimal.ONE,
            1,
            "24/7"),
        false);
  }

  private void write(LakeTable table, List<Row> rows) {
    LakeTables.createIfMissing(lake, table);
    lake.spark()
        .createDataFrame(rows, table.schema())
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .partitionBy(table.partitionColumns().toArray(String[]::new))
        .save(lake.path(table));
    PartitionDigests.update(
        lake,
        table,
        rows.stream()
            .map(r -> PartitionKey.of(table, r.getString(0), r.getDate(1).toLocalDate()))
            .distinct()
            .toList());
  }

  private static List<Row> quotes(String symbol, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    int cents = 10_000;
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < TICKS_A_DAY; i++) {
        cents += random.nextInt(7) - 3;
        LocalDate date = MONDAY.plusDays(day);
        rows.add(
            RowFactory.create(
                symbol,
                Date.valueOf(date),
                at(date, i),
                null,
                (long) i,
                null,
                BigDecimal.valueOf(cents, 2),
                new BigDecimal(100 + random.nextInt(50)),
                BigDecimal.valueOf(cents + 1 + random.nextInt(3), 2),
                new BigDecimal(100 + random.nextInt(50)),
                "hand",
                "hand.csv"));
      }
    }
    return rows;
  }

  private static List<Row> trades(String symbol, long seed) {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    int cents = 10_000;
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < TICKS_A_DAY; i++) {
        cents += random.nextInt(7) - 3;
        LocalDate date = MONDAY.plusDays(day);
        rows.add(
            RowFactory.create(
                symbol,
                Date.valueOf(date),
                at(date, i) + 1,
                null,
                (long) i,
                null,
                BigDecimal.valueOf(cents, 2),
                new BigDecimal(1 + random.nextInt(200)),
                (byte) (random.nextInt(3) - 1),
                null,
                "hand",
                "hand.csv"));
      }
    }
    return rows;
  }

  private static long at(LocalDate date, int step) {
    return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + step * STEP_NANOS;
  }
}
