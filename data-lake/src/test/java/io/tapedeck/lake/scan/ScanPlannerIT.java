package io.tapedeck.lake.scan;

import static io.tapedeck.lake.scan.TickLake.MONDAY;
import static io.tapedeck.lake.scan.TickLake.TUESDAY;
import static io.tapedeck.lake.scan.TickLake.WEDNESDAY;
import static io.tapedeck.lake.scan.TickLake.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.lake.table.LakeTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanPlannerIT {
  @TempDir Path folder;
  private TickLake ticks;

  @BeforeEach
  void openLake() {
    ticks = new TickLake(folder);
  }

  @Test
  void onlyFilesOfTheSymbolsAndDatesArePlannedAndTasksReadThem() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (String symbol : List.of("X", "Y", "Z")) {
      for (int day = 0; day < 3; day++) {
        rows.add(trade(symbol, MONDAY.plusDays(day), 1, 1, "V", "100.01"));
        rows.add(trade(symbol, MONDAY.plusDays(day), 2, 2, "W", "100.02"));
      }
    }
    ticks.with(LakeTable.TRADES, rows); // a file for each of 3 symbols x 3 days

    PinnedScan scan = ticks.plan("X", "Z");
    PinnedScan part = scan.restrictTo(List.of("Z"), TUESDAY, TUESDAY);

    assertThat(scan.partitions()).hasSize(2 * 3).allMatch(p -> p.files().size() == 1);
    assertThat(scan.rows()).isEqualTo(2 * 3 * 2);
    assertThat(scan.symbols()).containsExactly("X", "Z");
    assertThat(scan.sessions("X"))
        .extracting(session -> session.date())
        .containsExactly(MONDAY, TUESDAY, WEDNESDAY);
    assertThat(scan.streams()).extracting(StreamKey::venue).containsExactly("V", "W", "V", "W");
    assertThat(part.partitions()).hasSize(1);
    assertThat(part.universe().hasQuotes(0)).isFalse();
    assertThat(ticks.events(part))
        .containsExactlyElementsOf(
            ticks.events(scan).stream()
                .filter(line -> line.startsWith("Z " + TickLake.at(TUESDAY, 0) / 1_000))
                .toList());
    assertThat(roundTrip(scan)).isEqualTo(scan);
    assertThat(eventsReadByTasks(scan)).containsExactly(2L * 3, 2L * 3);
  }

  @Test
  void deletionVectorsAndColumnMappingAreRefusedByName() {
    ticks.with(
        LakeTable.TRADES,
        IntStream.range(0, 20).mapToObj(i -> trade("X", MONDAY, i, i, null, "100.01")).toList());
    sql("ALTER TABLE %s SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')");
    sql("DELETE FROM %s WHERE seq = 7");

    assertThatThrownBy(() -> ticks.plan("X"))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining(ticks.lake().path(LakeTable.TRADES))
        .hasMessageContaining("deletionVectors")
        .hasMessageContaining("PURGE");

    sql(
        "ALTER TABLE %s SET TBLPROPERTIES ('delta.columnMapping.mode' = 'name',"
            + " 'delta.minReaderVersion' = '3', 'delta.minWriterVersion' = '7')");

    assertThatThrownBy(() -> ticks.plan("X"))
        .isInstanceOf(ScanException.class)
        .hasMessageContaining("columnMapping");
  }

  @Test
  void rowsThatNobodyRecordedAreRefusedAndSoAreSymbolsWithoutTicks() {
    List<Row> monday = List.of(trade("X", MONDAY, 1, 1, null, "100.01"));
    ticks.with(LakeTable.TRADES, monday);

    assertThatThrownBy(() -> ticks.plan("X", "NONE"))
        .hasMessageContaining("no ticks of NONE from 2024-01-08 to 2024-01-10");

    Row second = trade("X", MONDAY, 2, 2, null, "100.01");
    ticks.append(LakeTable.TRADES, dataset(second));
    assertThatThrownBy(() -> ticks.plan("X"))
        .hasMessageContaining("trades of X on 2024-01-08: the files hold 2 rows")
        .hasMessageContaining("records 1");

    Row tuesday = trade("X", TUESDAY, 1, 1, null, "100.01");
    ticks.append(LakeTable.TRADES, dataset(tuesday));
    ticks.record(LakeTable.TRADES, List.of(second));
    assertThatThrownBy(() -> ticks.plan("X"))
        .hasMessageContaining("trades of X on 2024-01-09 is not in partition_digests")
        .hasMessageContaining("tapedeck compact --table trades --symbols X");
  }

  private org.apache.spark.sql.Dataset<Row> dataset(Row row) {
    return ticks.lake().spark().createDataFrame(List.of(row), LakeTable.TRADES.schema());
  }

  private void sql(String template) {
    ticks
        .lake()
        .spark()
        .sql(template.formatted("delta.`" + ticks.lake().path(LakeTable.TRADES) + "`"));
  }

  private static Object roundTrip(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  private List<Long> eventsReadByTasks(PinnedScan scan) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(ticks.lake().spark().sparkContext());
    Broadcast<SerializableConfiguration> hadoop =
        SerializableConfiguration.broadcast(spark.sc(), ticks.lake().hadoopConfiguration());
    List<PinnedScan> units =
        scan.symbols().stream()
            .map(symbol -> scan.restrictTo(List.of(symbol), MONDAY, WEDNESDAY))
            .toList();
    return spark
        .parallelize(units, units.size())
        .map(unit -> count(unit, hadoop.value()))
        .collect();
  }

  private static long count(PinnedScan unit, SerializableConfiguration hadoop) {
    long events = 0;
    TapeBatch batch = new TapeBatch(16);
    try (LakeFeed feed = new LakeFeed(unit, hadoop.value(), List.of())) {
      while (feed.refill(batch)) {
        events += batch.size();
      }
    }
    return events;
  }
}
