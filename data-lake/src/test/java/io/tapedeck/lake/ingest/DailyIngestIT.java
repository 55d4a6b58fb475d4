package io.tapedeck.lake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.delta.tables.DeltaTable;
import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder taken file by file, as a daily schedule does. */
class DailyIngestIT {
  private static final List<String> DAYS = List.of("20131007", "20131008");

  @TempDir Path folder;
  private Path source;

  @BeforeEach
  void aFolderOfTwoDaysAndTwoSymbols() throws IOException {
    source = folder.resolve("equity");
    for (String day : DAYS) {
      put("bac/" + day + "_trade.zip", "bac.csv", trades(Integer.parseInt(day) % 100));
      put("bac/" + day + "_quote.zip", "bac.csv", "34200000,140900,5,141000,7,P,0,0\n");
    }
    put("ibm/20131008_trade.zip", "ibm.csv", trades(50) + "34200009,1800000,10,P,0,1\n");
    put("copy/bac/20131008_trade.zip", "bac.csv", trades(8)); // the same rows again
  }

  @Test
  void dayByDayLeavesWhatOneIngestOfTheFolderLeaves() {
    Lake atOnce = lake("at-once");
    ingest(atOnce, IngestOptions.DEFAULT);
    Lake daily = lake("daily");
    for (String day : DAYS) {
      ingest(daily, only("**/" + day + "_*"));
    }

    for (LakeTable table :
        List.of(
            LakeTable.TRADES,
            LakeTable.QUOTES,
            LakeTable.QUARANTINE,
            LakeTable.INSTRUMENTS,
            LakeTable.PARTITION_DIGESTS,
            LakeTable.INGESTS)) {
      assertThat(rows(daily, table)).as(table.folder()).isEqualTo(rows(atOnce, table));
    }
    // 2 days of BAC, trades and quotes, and a day of IBM; the copy adds no rows
    assertThat(rows(daily, LakeTable.PARTITION_DIGESTS)).hasSize(2 * 2 + 1);
    assertThat(rows(daily, LakeTable.INGESTS)).hasSize(2 * 2 + 1 + 1);
    assertThat(rows(daily, LakeTable.TRADES)).hasSize(3 * 2);
  }

  @Test
  void aDayAgainChangesNothingAndACorrectedDayReplacesOnlyItself() throws IOException {
    Lake lake = lake("lake");
    ingest(lake, IngestOptions.DEFAULT);
    long version = version(lake);

    assertThat(ingest(lake, only("bac/20131008_*")).count(FileOutcome.Status.UNCHANGED))
        .isEqualTo(2);
    assertThat(version(lake)).isEqualTo(version);

    put("bac/20131008_trade.zip", "bac.csv", trades(30) + trades(31));
    put("bac/20131007_trade.zip", "bac.csv", trades(32)); // changed as well, and not asked for
    IngestReport report = ingest(lake, only("bac/20131008_*"));

    assertThat(report.files())
        .extracting(file -> file.file() + " " + file.status())
        .containsExactly("bac/20131008_quote.zip UNCHANGED", "bac/20131008_trade.zip CORRECTED");
    assertThat(
            lake.read(LakeTable.TRADES)
                .where("symbol = 'BAC'")
                .groupBy(Columns.DATE)
                .count()
                .orderBy(Columns.DATE)
                .collectAsList())
        .extracting(row -> row.getLong(1))
        .containsExactly(2L, 4L);
    assertThat(lake.read(LakeTable.TRADES).where("price = 13.07").count()).isEqualTo(1);
  }

  @Test
  void aDayWithoutFilesTakesNothingAndASourceThatIsNotThereIsRefused() throws IOException {
    Lake lake = lake("lake");

    assertThat(ingest(lake, only("*/20131225_*")).files()).isEmpty();
    assertThat(ingest(lake, only("20131007_trade.zip")).files()).isEmpty(); // no folder in it

    assertThat(folder.resolve("lake")).doesNotExist();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    IngestRequest ofEmpty =
        new IngestRequest(empty.toString(), Profiles.byName("lean-equity"), only("*/2013*"));
    assertThat(Ingest.run(lake, ofEmpty, ProgressSink.NONE).files()).isEmpty();
    IngestRequest ofNothing =
        new IngestRequest(folder + "/no", Profiles.byName("lean-equity"), only("*/2013*"));
    assertThatThrownBy(() -> Ingest.run(lake, ofNothing, ProgressSink.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no files at");
    assertThatThrownBy(() -> new NamePattern("bac/[2013"))
        .hasMessage("'bac/[2013' is no glob: its brackets do not close");
  }

  /** Two trades whose price says which ones they are: 13.07 for 7. */
  private static String trades(int which) {
    return "34200000,%d,100,P,0,0\n34200001,141000,200,P,0,0\n".formatted(130_000 + 100 * which);
  }

  private void put(String name, String entry, String content) throws IOException {
    Path file = source.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, Archives.zip(entry, content));
  }

  private Lake lake(String name) {
    return Lake.at(SharedSpark.session(), folder.resolve(name).toString());
  }

  private IngestReport ingest(Lake lake, IngestOptions options) {
    IngestRequest request =
        new IngestRequest(source.toString(), Profiles.byName("lean-equity"), options);
    return Ingest.run(lake, request, ProgressSink.NONE);
  }

  private static IngestOptions only(String glob) {
    return IngestOptions.DEFAULT.withOnly(new NamePattern(glob));
  }

  /** The rows of a table, sorted; of ingests all but when. */
  private static List<String> rows(Lake lake, LakeTable table) {
    return lake.read(table).drop(Columns.INGESTED_AT).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static long version(Lake lake) {
    return DeltaTable.forPath(lake.spark(), lake.path(LakeTable.TRADES))
        .history(1)
        .first()
        .<Long>getAs("version");
  }
}
