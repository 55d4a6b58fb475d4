package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTables;
import io.tapedeck.lake.table.ResultTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results as files: two committed runs, {@code aa} and {@code ab}; the sweep {@code 5e} has the
 * first of them.
 */
class ExportIT {
  @TempDir static Path folder;
  private static Lake lake;

  @BeforeAll
  static void fillALake() {
    lake = Lake.at(SessionFactory.open("export"), folder.resolve("lake").toString());
    write(ResultTable.RUNS, List.of(run("aa"), run("ab")));
    write(
        ResultTable.FILLS,
        List.of(
            fill("aa", "now", 2, "10.25"),
            fill("ab", "now", 1, "30"),
            fill("aa", "now", 1, "10.125"),
            fill("aa", "superseded", 1, "99"), // of a commit that another one replaced
            fill("cc", "now", 1, "99"))); // of a run that was never committed
    write(ResultTable.SWEEPS, List.of(Map.of(Columns.SWEEP_ID, "5e", Columns.PLAN_ID, "p")));
    write(
        ResultTable.SWEEP_RUNS,
        List.of(Map.of(Columns.SWEEP_ID, "5e", Columns.PLAN_ID, "p", Columns.RUN_ID, "aa")));
  }

  @Test
  void fillsOfARunStandInTheirOrderAndOnlyThoseThatWereCommitted() throws IOException {
    Path out = folder.resolve("fills.csv");

    Ended ended =
        export("fills", out, "--sweep", "5", "--columns", "run_id,number,price", "--json");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(Files.readAllLines(out))
        .containsExactly("run_id,number,price", "aa,1,10.125", "aa,2,10.25");
    assertThat(ended.out())
        .contains("\"table\" : \"fills\"", "\"rows\" : 2", "\"format\" : \"csv\"")
        .contains("\"bytes\" : " + Files.size(out));
    assertThat(export("fills", out, "--run", "ab", "--overwrite").code()).isZero();
    assertThat(Files.readAllLines(out)).hasSize(2);
    assertThat(export("fills", folder.resolve("all.feather")).out()).contains("3", "feather");
  }

  @Test
  void whatIsNotThereEndsWithTheReason() {
    Path out = folder.resolve("none.arrow");

    assertThat(export("filsl", out).lastErrorLine()).contains("did you mean 'fills'?");
    assertThat(export("fills", out, "--columns", "prise").lastErrorLine())
        .contains("fills has no column prise", "did you mean 'price'?");
    assertThat(export("trades", out).lastErrorLine()).contains("has no table trades yet");
    assertThat(export("sweeps", out, "--run", "aa").lastErrorLine()).contains("belong to no run");
    assertThat(export("runs", out, "--from", "2024-01-01").lastErrorLine())
        .contains("have no date and no time");
    Ended nothing = export("fills", out, "--symbols", "NONE");
    assertThat(nothing.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(nothing.lastErrorLine()).contains("nothing to export", "fills for NONE");
    assertThat(out).doesNotExist();
  }

  private static Ended export(String table, Path out, String... more) {
    String[] words =
        Stream.concat(
                Stream.of("export", table, "--lake", lake.root(), "--out", out.toString()),
                Arrays.stream(more))
            .toArray(String[]::new);
    return tapedeck(words);
  }

  private static Map<String, Object> run(String id) {
    return Map.of(Columns.RUN_ID, id, Columns.COMMIT_ID, "now");
  }

  private static Map<String, Object> fill(String run, String commit, long number, String price) {
    return Map.of(
        Columns.RUN_ID,
        run,
        Columns.COMMIT_ID,
        commit,
        Columns.NUMBER,
        number,
        Columns.PRICE,
        new BigDecimal(price));
  }

  private static void write(ResultTable table, List<Map<String, Object>> rows) {
    LakeTables.createIfMissing(lake, table);
    List<Row> made = rows.stream().map(values -> row(table, values)).toList();
    lake.spark()
        .createDataFrame(made, table.schema())
        .write()
        .format("delta")
        .mode("append")
        .save(lake.path(table));
  }

  /** A row with these values, and something in every other column. */
  private static Row row(ResultTable table, Map<String, Object> values) {
    return RowFactory.create(
        Arrays.stream(table.schema().fields())
            .map(field -> values.getOrDefault(field.name(), something(field)))
            .toArray());
  }

  private static Object something(StructField field) {
    DataType type = field.dataType();
    if (type instanceof LongType) {
      return 7L;
    }
    if (type instanceof IntegerType) {
      return 7;
    }
    if (type instanceof DecimalType) {
      return new BigDecimal("7");
    }
    if (type instanceof DoubleType) {
      return 0.5;
    }
    if (type instanceof BooleanType) {
      return true;
    }
    if (type instanceof DateType) {
      return Date.valueOf("2024-01-08");
    }
    if (type instanceof TimestampType) {
      return Timestamp.valueOf("2024-01-08 12:00:00");
    }
    if (type instanceof ArrayType) {
      return List.of("A", "B");
    }
    return type instanceof MapType ? Map.of() : "something";
  }
}
