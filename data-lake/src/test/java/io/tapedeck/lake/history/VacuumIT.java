package io.tapedeck.lake.history;

import static io.tapedeck.lake.scan.TickLake.MONDAY;
import static io.tapedeck.lake.scan.TickLake.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.lake.scan.TickLake;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Version 0 of trades is empty, 1 has one trade, 2 another one in place of it; beside them lies
 * what a killed write left three days ago.
 */
class VacuumIT {
  private static final List<LakeTable> TRADES = List.of(LakeTable.TRADES);

  @TempDir Path folder;
  private Lake lake;
  private Path orphan;

  @BeforeEach
  void aTableOfThreeVersionsAndAnOrphan() throws IOException {
    TickLake ticks = new TickLake(folder);
    lake = ticks.lake();
    ticks.with(LakeTable.TRADES, List.of(trade("A/B", MONDAY, 1, 1, null, "100.01")));
    LakeTables.replace(
        lake,
        LakeTable.TRADES,
        lake.spark()
            .createDataFrame(
                List.of(trade("A/B", MONDAY, 2, 2, null, "100.02")), LakeTable.TRADES.schema())
            .coalesce(1),
        "symbol = 'A/B'");
    orphan = partition().resolve("part-00000-killed.zstd.parquet");
    Files.writeString(orphan, "half a file");
    Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofDays(3))));
  }

  @Test
  void whatNothingNeedsGoesAndPinnedVersionsStay() throws IOException {
    VacuumReport standard = vacuum(null, Vacuum.Mode.DRY_RUN); // ten years, as the table says
    assertThat(standard.files()).isZero();
    assertThat(standard.oldestPinnedVersion()).isNull();
    assertThat(Duration.between(standard.horizon(), Instant.now()).toDays()).isEqualTo(3_650);

    Pins.byRun(lake, "r1", Map.of("trades", 2L, "quotes", 7L));
    long bytes = Files.size(orphan) + Files.size(fileOf(1));

    VacuumReport dry = vacuum(Duration.ZERO, Vacuum.Mode.DRY_RUN);

    assertThat(dry.table()).isEqualTo("trades");
    assertThat(dry.files()).isEqualTo(2); // the orphan, and what version 1 had
    assertThat(dry.bytes()).isEqualTo(bytes);
    assertThat(dry.oldestPinnedVersion()).isEqualTo(2);
    assertThat(dry.readableFrom()).isEqualTo(2);
    assertThat(prices(1)).containsExactly("100.010000000");
    assertThat(orphan).exists();

    VacuumReport deleted = vacuum(Duration.ZERO, Vacuum.Mode.DELETE);

    assertThat(deleted.files()).isEqualTo(2);
    assertThat(orphan).doesNotExist();
    assertThat(prices(2)).containsExactly("100.020000000");
    assertThat(lake.read(LakeTable.TRADES).count()).isEqualTo(1);
    TableHistory history = TableHistory.of(lake, LakeTable.TRADES);
    assertThat(history.isReadable(1)).isFalse();
    assertThat(history.isReadable(2)).isTrue();
    assertThat(history.versions())
        .extracting(TableHistory.TableVersion::operation)
        .containsExactly("CREATE TABLE", "WRITE", "WRITE", "VACUUM START", "VACUUM END");
    assertThat(vacuum(Duration.ZERO, Vacuum.Mode.DELETE).files()).isZero();
    assertThat(TableHistory.of(lake, LakeTable.TRADES).latest()).isEqualTo(history.latest());
  }

  @Test
  void aRetentionThatAPinnedVersionWouldNotSurviveIsRefusedAndALongerOneTakesTheOrphanOnly() {
    Pins.byRun(lake, "r1", Map.of("trades", 1L));
    Pins.byRun(lake, "r2", Map.of("trades", 1L));

    assertThatThrownBy(() -> vacuum(Duration.ZERO, Vacuum.Mode.DELETE))
        .isInstanceOf(VacuumException.class)
        .hasMessageStartingWith(
            "vacuum would make version 1 of trades unreadable, which run r1 and 1 more needs: files"
                + " of it were removed at ")
        .hasMessageEndingWith("; give --retain-days 1 or more");
    assertThat(orphan).exists();

    VacuumReport deleted = vacuum(Duration.ofDays(1), Vacuum.Mode.DELETE);

    assertThat(deleted.files()).isEqualTo(1);
    assertThat(deleted.readableFrom()).isZero();
    assertThat(orphan).doesNotExist();
    assertThat(prices(1)).containsExactly("100.010000000");
    assertThat(prices(2)).containsExactly("100.020000000");
  }

  @Test
  void anOpenSweepPinsAndOneThatIsDoneDoesNot() {
    Pins.bySweep(lake, "s1", "RUNNING", Map.of("trades", 1L));
    assertThatThrownBy(() -> vacuum(Duration.ZERO, Vacuum.Mode.DRY_RUN))
        .isInstanceOf(VacuumException.class)
        .hasMessageContaining("version 1 of trades unreadable, which sweep s1 needs");

    Pins.bySweep(lake, "s2", "DONE", Map.of("trades", 0L));

    assertThat(PinnedVersions.load(lake).of(LakeTable.TRADES)).containsOnlyKeys(1L);
  }

  @Test
  void aVersionWithoutItsFilesOrBeforeTheLogCannotBeRead() throws IOException {
    TableHistory whole = TableHistory.of(lake, LakeTable.TRADES);
    Files.delete(fileOf(1));
    TableHistory lossy = TableHistory.of(lake, LakeTable.TRADES);
    Files.delete(folder.resolve("trades/_delta_log/%020d.json".formatted(0)));
    TableHistory cut = TableHistory.of(lake, LakeTable.TRADES);

    assertThat(List.of(0L, 1L, 2L)).allMatch(whole::isReadable);
    assertThat(whole.oldestReadable()).hasValue(0);
    assertThat(lossy.isReadable(1)).isFalse();
    assertThat(lossy.isReadable(2)).isTrue();
    assertThat(lossy.problemOf(1)).startsWith("1 file is gone: symbol=A%252FB/date=2024-01-08/");
    assertThat(lossy.problemOf(3)).isEqualTo("the table ends with version 2");
    assertThat(cut.oldestReadable()).isEmpty(); // no checkpoint: not even the latest
  }

  private VacuumReport vacuum(Duration retention, Vacuum.Mode mode) {
    return Vacuum.run(lake, TRADES, retention, mode).get(0);
  }

  private List<String> prices(long version) {
    return at(version).collectAsList().stream()
        .map(row -> row.getDecimal(row.fieldIndex("price")).toPlainString())
        .toList();
  }

  private Dataset<Row> at(long version) {
    return lake.spark()
        .read()
        .format("delta")
        .option("versionAsOf", version)
        .load(lake.path(LakeTable.TRADES));
  }

  private Path partition() throws IOException {
    return fileOf(2).getParent();
  }

  private Path fileOf(long version) {
    return Path.of(at(version).inputFiles()[0].replaceFirst("^file:/+", "/"));
  }
}
