package io.tapedeck.lake.bar;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.ScanPlanner;
import io.tapedeck.lake.scan.ScanRequest;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeLock;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.PartitionDigests;
import io.tapedeck.lake.table.PartitionKey;
import io.tapedeck.lake.table.SqlText;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Builds bars in a lake: a task reads the ticks of an instrument and a month, and the bars of the
 * dates asked for replace those built before, in one commit. Bars of other dates, prices and
 * sources stay; building them again changes nothing. Trades that are reports and not the price of
 * their moment, as {@link io.tapedeck.lake.table.SaleConditions} says, are in no bar.
 */
public final class BarsJob {
  /** What the source of a bar says that was built here. */
  public static final String BUILT = "built";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Lake lake;
  private final BarRequest request;
  private final PinnedScan scan;
  private final List<BarUnit> units;

  private BarsJob(Lake lake, BarRequest request) {
    this.lake = lake;
    this.request = request;
    this.scan =
        ScanPlanner.plan(
            lake,
            new ScanRequest(
                request.symbols(), request.first(), request.last(), Set.of(request.source())));
    this.units = units(scan, request);
  }

  /**
   * Builds bars and stores them.
   *
   * @throws io.tapedeck.lake.scan.ScanException if there are no ticks to build them from
   * @throws io.tapedeck.lake.table.LakeBusyException if another process keeps writing
   */
  public static BarReport build(Lake lake, BarRequest request) {
    try (LakeLock lock = LakeLock.acquire(lake, PATIENCE)) {
      return new BarsJob(lake, request).build();
    }
  }

  private BarReport build() {
    LakeTables.createIfMissing(lake, LakeTable.BARS);
    Set<PartitionKey> partitions = partitions();
    PartitionDigests.forget(lake, partitions);
    write(PartitionKey.condition(partitions));
    PartitionDigests.update(lake, LakeTable.BARS, partitions);
    long bars = lake.read(LakeTable.BARS).where(condition()).count();
    return new BarReport(units.size(), scan.rows(), bars);
  }

  /** Writes the partitions anew, sorted as a whole: what is kept in them and what is built. */
  private void write(String condition) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(lake.spark().sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sc(), lake.hadoopConfiguration());
    JavaRDD<Row> rows =
        spark
            .parallelize(units, units.size())
            .flatMap(unit -> unit.bars(hadoop.value().value()).iterator());
    Dataset<Row> bars = lake.spark().createDataFrame(rows, LakeTable.BARS.schema());
    Dataset<Row> others =
        lake.read(LakeTable.BARS).where(condition).where("NOT (" + condition() + ")");
    Dataset<Row> sorted =
        others
            .unionByName(bars)
            .repartition(col(Columns.BAR), col(Columns.SYMBOL), col(Columns.MONTH))
            .sortWithinPartitions(
                Columns.BAR, Columns.SYMBOL, Columns.MONTH, Columns.BAR_CLOSE, Columns.PRICE_KIND);
    LakeTables.replace(lake, LakeTable.BARS, sorted, condition);
    hadoop.unpersist();
  }

  /** The bars that this request replaces. */
  private String condition() {
    return String.join(
        " AND ",
        SqlText.in(Columns.BAR, request.lengths().stream().map(BarLength::toString).toList()),
        SqlText.in(Columns.SYMBOL, request.symbols()),
        SqlText.in(Columns.MONTH, months()),
        "`%s` BETWEEN DATE'%s' AND DATE'%s'"
            .formatted(Columns.DATE, request.first(), request.last()),
        SqlText.in(Columns.PRICE_KIND, List.of(request.price().name())),
        SqlText.in(Columns.SOURCE, List.of(BUILT)));
  }

  private Set<String> months() {
    TreeSet<String> months = new TreeSet<>();
    for (BarLength length : request.lengths()) {
      for (YearMonth month = YearMonth.from(request.first());
          !month.isAfter(YearMonth.from(request.last()));
          month = month.plusMonths(1)) {
        months.add(BarUnit.month(length, month.atDay(1)));
      }
    }
    return months;
  }

  private Set<PartitionKey> partitions() {
    TreeSet<PartitionKey> partitions = new TreeSet<>();
    for (BarLength length : request.lengths()) {
      for (String symbol : request.symbols()) {
        for (String month : months()) {
          if (month.equals(BarUnit.NO_MONTH) == BarUnit.isDaily(length)) {
            partitions.add(
                new PartitionKey(LakeTable.BARS, List.of(length.toString(), symbol, month)));
          }
        }
      }
    }
    return partitions;
  }

  private static List<BarUnit> units(PinnedScan scan, BarRequest request) {
    List<BarUnit> units = new ArrayList<>();
    for (String symbol : request.symbols()) {
      for (YearMonth month : months(scan, symbol)) {
        LocalDate first = later(month.atDay(1), request.first());
        LocalDate last = earlier(month.atEndOfMonth(), request.last());
        PinnedScan part = scan.restrictTo(List.of(symbol), first, last);
        units.add(new BarUnit(part, request.lengths(), request.price()));
      }
    }
    return units;
  }

  private static Set<YearMonth> months(PinnedScan scan, String symbol) {
    TreeSet<YearMonth> months = new TreeSet<>();
    scan.partitions().stream()
        .filter(partition -> partition.symbol().equals(symbol))
        .forEach(partition -> months.add(YearMonth.from(partition.date())));
    return months;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
