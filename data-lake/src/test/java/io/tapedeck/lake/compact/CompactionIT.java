package io.tapedeck.lake.compact;

import static io.tapedeck.lake.scan.TickLake.MONDAY;
import static io.tapedeck.lake.scan.TickLake.TUESDAY;
import static io.tapedeck.lake.scan.TickLake.WEDNESDAY;
import static io.tapedeck.lake.scan.TickLake.randomTrades;
import static io.tapedeck.lake.scan.TickLake.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import io.tapedeck.core.market.FeedException;
import io.tapedeck.lake.scan.PinnedScan;
import io.tapedeck.lake.scan.TickLake;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionIT {
  @TempDir Path folder;

  @Test
  void aShuffledPartitionBecomesOneSortedFileAndReadsLikeTheOriginal() {
    List<Row> sorted = new ArrayList<>(randomTrades("X", MONDAY, 6_000, 1));
    TickLake original = new TickLake(folder.resolve("original"));
    original.with(LakeTable.TRADES, sorted);
    List<Row> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(2));
    TickLake ticks = new TickLake(folder.resolve("shuffled"));
    ticks.with(LakeTable.TRADES, shuffled, rows -> rows.repartition(5));
    PinnedScan before = ticks.plan("X");
    assertThatThrownBy(() -> ticks.events(before)).isInstanceOf(FeedException.class);
    var digests = PartitionDigests.load(ticks.lake(), LakeTable.TRADES);

    CompactionReport report = compact(ticks.lake());
    CompactionReport again = compact(ticks.lake());

    assertThat(report.rewritten()).isEqualTo(1);
    assertThat(report.filesBefore()).isEqualTo(5);
    assertThat(report.filesAfter()).isEqualTo(1);
    assertThat(again.rewritten()).isZero();
    PinnedScan after = ticks.plan("X");
    assertThat(ticks.events(after)).isEqualTo(original.events(original.plan("X")));
    assertThat(after.partitions().get(0).contentDigest())
        .isEqualTo(before.partitions().get(0).contentDigest())
        .isEqualTo(original.plan("X").partitions().get(0).contentDigest());
    assertThat(PartitionDigests.load(ticks.lake(), LakeTable.TRADES)).isEqualTo(digests);
    assertThat(lastCommitChangesData(ticks.lake())).isFalse();
  }

  @Test
  void oneUnsortedFileIsRewrittenAndOtherPartitionsAreLeftAlone() {
    TickLake ticks = new TickLake(folder);
    ticks.with(
        LakeTable.TRADES,
        List.of(
            trade("A/B", MONDAY, 9, 2, null, "100.01"),
            trade("A/B", MONDAY, 5, 1, null, "100.02"),
            trade("X", TUESDAY, 1, 1, null, "100.01")));
    List<?> filesOfX = ticks.plan("X").partitions();

    CompactionReport report =
        Compaction.run(ticks.lake(), LakeTable.TRADES, List.of(), MONDAY, WEDNESDAY);

    assertThat(report.partitions()).isEqualTo(2);
    assertThat(report.rewritten()).isEqualTo(1);
    assertThat(ticks.events(ticks.plan("A/B")))
        .extracting(line -> line.split(" ")[4])
        .containsExactly("1", "2");
    assertThat(ticks.plan("X").partitions()).isEqualTo(filesOfX);
  }

  @Test
  void dayByDayLeavesWhatOneRunLeavesAndADayAgainChangesNothing() {
    List<Row> rows = new ArrayList<>(randomTrades("X", MONDAY, 50, 1));
    rows.addAll(randomTrades("X", TUESDAY, 50, 2));
    TickLake atOnce = new TickLake(folder.resolve("at-once"));
    atOnce.with(LakeTable.TRADES, rows, loose -> loose.repartition(3));
    TickLake daily = new TickLake(folder.resolve("daily"));
    daily.with(LakeTable.TRADES, rows, loose -> loose.repartition(3));

    compact(atOnce.lake());
    List<Integer> rewritten = new ArrayList<>();
    for (LocalDate date : List.of(MONDAY, TUESDAY, MONDAY)) {
      rewritten.add(
          Compaction.run(daily.lake(), LakeTable.TRADES, List.of("X"), date, date).rewritten());
    }

    assertThat(rewritten).containsExactly(1, 1, 0);
    assertThat(daily.events(daily.plan("X"))).isEqualTo(atOnce.events(atOnce.plan("X")));
    assertThat(daily.plan("X").partitions()).allMatch(partition -> partition.files().size() == 1);
    assertThat(PartitionDigests.load(daily.lake(), LakeTable.TRADES))
        .isEqualTo(PartitionDigests.load(atOnce.lake(), LakeTable.TRADES));
  }

  @Test
  void rowsThatWereNotRecordedAreRecordedAndRowsThatDifferAreRefused() {
    TickLake ticks = new TickLake(folder);
    List<Row> monday = List.of(trade("X", MONDAY, 1, 1, null, "100.01"));
    ticks.with(LakeTable.TRADES, monday);
    ticks.append(LakeTable.TRADES, dataset(ticks, trade("X", TUESDAY, 1, 1, null, "100.01")));

    assertThat(compact(ticks.lake()).recorded()).isEqualTo(1);
    assertThat(ticks.plan("X").rows()).isEqualTo(2);

    ticks.append(LakeTable.TRADES, dataset(ticks, trade("X", MONDAY, 2, 2, null, "100.01")));
    assertThatThrownBy(() -> compact(ticks.lake()))
        .isInstanceOf(CompactionException.class)
        .hasMessageContaining("trades of X on 2024-01-08");
  }

  private static org.apache.spark.sql.Dataset<Row> dataset(TickLake ticks, Row row) {
    return ticks.lake().spark().createDataFrame(List.of(row), LakeTable.TRADES.schema());
  }

  private static CompactionReport compact(Lake lake) {
    return Compaction.run(lake, LakeTable.TRADES, List.of("X"), MONDAY, WEDNESDAY);
  }

  private static boolean lastCommitChangesData(Lake lake) {
    long version =
        DeltaTable.forPath(lake.spark(), lake.path(LakeTable.TRADES))
            .history(1)
            .first()
            .getAs("version");
    return !lake.spark()
        .read()
        .json("%s/_delta_log/%020d.json".formatted(lake.path(LakeTable.TRADES), version))
        .where("add.dataChange OR remove.dataChange")
        .isEmpty();
  }
}
