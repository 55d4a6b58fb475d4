package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake of one instrument whose version 1 a run has read. */
class MaintenanceVerbsIT {
  @TempDir private Path folder;
  private String lake;

  @BeforeEach
  void takeAnInstrumentThatARunReads() throws IOException {
    Path source = folder.resolve("instruments.csv");
    Files.writeString(
        source,
        """
        symbol,asset_class,currency,price_quantum,size_quantum,calendar
        XYZ,EQUITY,USD,0.01,1,XNYS
        """);
    lake = folder.resolve("lake").toString();
    Ended taken =
        tapedeck("ingest", "--table", "instruments", "--source", source.toString(), "--lake", lake);
    assertThat(taken.code()).as(taken.err()).isZero();
    Lake opened = Lake.at(SessionFactory.open("test"), lake);
    StructType pins =
        new StructType()
            .add(Columns.RUN_ID, DataTypes.StringType)
            .add(
                Columns.TABLE_VERSIONS,
                DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType));
    opened
        .spark()
        .createDataFrame(List.of(RowFactory.create("abc", Map.of("instruments", 1L))), pins)
        .write()
        .format("delta")
        .save(opened.path(ResultTable.RUNS));
  }

  @Test
  void theHistoryPassesWhilePinnedVersionsAreReadableAndNamesTheRunThatLosesOne()
      throws IOException {
    Ended whole = tapedeck("tables", "--history", "--lake", lake, "--json");

    assertThat(whole.code()).as(whole.err()).isZero();
    JsonNode instruments = json(whole).at("/tables/0");
    assertThat(instruments.get("table").asText()).isEqualTo("instruments");
    assertThat(instruments.get("versions").findValuesAsText("operation"))
        .containsExactly("CREATE TABLE", "WRITE");
    assertThat(instruments.get("oldest_readable").asLong()).isZero();
    assertThat(instruments.get("latest").asLong()).isEqualTo(1);
    assertThat(instruments.get("pinned").toString()).isEqualTo("[1]");
    assertThat(instruments.get("missing")).isEmpty();

    try (Stream<Path> files = Files.list(Path.of(lake, "instruments"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    Ended lossy =
        tapedeck("tables", "--history", "--table", "instruments", "--lake", lake, "--json");

    assertThat(lossy.code()).isEqualTo(3);
    assertThat(json(lossy).at("/tables/0/missing").toString()).isEqualTo("[1]");
    assertThat(lossy.lastErrorLine())
        .startsWith(
            "tapedeck tables: version 1 of instruments cannot be read, which run abc needs: 1 file"
                + " is gone: part-");
  }

  @Test
  void vacuumShowsUntilItIsToldToDelete() throws IOException {
    Path orphan = Path.of(lake, "instruments", "part-killed.parquet");
    Files.writeString(orphan, "half");
    Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofDays(3))));

    Ended dry = tapedeck("vacuum", "--lake", lake, "--retain-days", "2", "--json");

    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(json(dry).get("dry_run").asBoolean()).isTrue();
    assertThat(json(dry).at("/tables/0/files").asLong()).isEqualTo(1);
    assertThat(json(dry).at("/tables/0/bytes").asLong()).isEqualTo(4);
    assertThat(json(dry).at("/tables/0/oldest_pinned_version").asLong()).isEqualTo(1);
    assertThat(orphan).exists();

    Ended deleted =
        tapedeck("vacuum", "--lake", lake, "--table", "instruments", "--retain-days=2", "--delete");

    assertThat(deleted.code()).as(deleted.err()).isZero();
    assertThat(deleted.out()).contains("files deleted: 1");
    assertThat(orphan).doesNotExist();
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThat(tapedeck("vacuum", "--lake", lake, "--retain-days", "0").lastErrorLine())
        .contains("--retain-days must be at least 1, was 0");
    assertThat(tapedeck("vacuum", "--lake", lake, "--table", "trade").lastErrorLine())
        .contains("no table is named trade: did you mean trades?");
    assertThat(tapedeck("tables", "--lake", lake, "--table", "trades").lastErrorLine())
        .contains("--table goes with --history");
  }

  private static Ended tapedeck(String... words) {
    return CommandLineFixture.tapedeck(words);
  }

  private static JsonNode json(Ended ended) throws IOException {
    return new ObjectMapper().readTree(ended.out());
  }
}
