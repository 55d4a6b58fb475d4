package io.tapedeck.lake.ingest;

import static io.tapedeck.lake.arrow.ArrowFiles.row;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.arrow.ArrowCompression;
import io.tapedeck.lake.arrow.ArrowEncoder;
import io.tapedeck.lake.arrow.ArrowFiles;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.InstrumentBook;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.PartitionDigests;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of one's own from Arrow files. */
class ArrowImportIT {
  private static final long T = 1_704_409_200_000_000_000L; // 2024-01-04T23:00:00Z
  private static final StructType SIGNALS =
      new StructType()
          .add("symbol", StringType)
          .add("ts_event", LongType)
          .add("strategy", StringType)
          .add("side", IntegerType)
          .add("strength", DoubleType)
          .add("horizon", LongType)
          .add("payload", StringType)
          .add("seq", LongType)
          .add("note", DataTypes.createArrayType(StringType)); // not a column of the table
  private static final InternalRow LONG =
      row("ETH/USD", T, "sma", 1, 0.1, 60L, "{\"a\":1}", 1L, null);
  private static final InternalRow FLAT =
      row("ETH/USD", T + 1, "sma", 0, null, null, null, 2L, null);

  @TempDir Path folder;

  @Test
  void signalsAreTheSameRowsAndDigestsAsFromCsv() throws IOException {
    Lake text = lake("text");
    Lake arrow = lake("arrow");
    Path csv = folder.resolve("s.csv");
    Files.writeString(
        csv,
        """
        symbol,ts_event,strategy,side,strength,horizon,payload,seq
        ETH/USD,2024-01-04T23:00:00Z,sma,LONG,0.1,60,{"a":1},1
        ETH/USD,1704409200000000001,sma,0,,,,2
        """);
    Path file = folder.resolve("s.feather");
    ArrowEncoder compressed = new ArrowEncoder(SIGNALS, ArrowCompression.ZSTD);
    // two ways of saying it: ts_event as a number in the CSV, as a timestamp in the file
    Files.write(file, ArrowFiles.written(compressed, Set.of("ts_event"), LONG, FLAT));

    IngestReport fromText = take(text, LakeTable.SIGNALS, csv, IngestOptions.DEFAULT);
    IngestReport fromArrow = take(arrow, LakeTable.SIGNALS, file, IngestOptions.DEFAULT);

    assertThat(fromArrow.written()).isEqualTo(fromText.written());
    assertThat(fromArrow.written().kept()).isEqualTo(2);
    SharedSpark.assertSameRows(
        text.read(LakeTable.SIGNALS).drop(Columns.SOURCE_FILE),
        arrow.read(LakeTable.SIGNALS).drop(Columns.SOURCE_FILE));
    assertThat(PartitionDigests.load(arrow, LakeTable.SIGNALS))
        .hasSize(1)
        .isEqualTo(PartitionDigests.load(text, LakeTable.SIGNALS));
    IngestReport again = take(arrow, LakeTable.SIGNALS, file, IngestOptions.DEFAULT);
    assertThat(again.count(FileOutcome.Status.UNCHANGED)).isEqualTo(1);
  }

  @Test
  void badRowsGoToTheQuarantineWithTheirNumberAndNoneIsLost() throws IOException {
    Lake lake = lake("lake");
    Path file = folder.resolve("bad.arrow");
    InternalRow sideways = row("ETH/USD", T, "sma", 2, 0.1, null, "a, b", 3L, null);
    InternalRow nameless = row(null, T, "sma", 1, 0.1, null, null, 4L, null);
    Files.write(file, ArrowFiles.written(SIGNALS, LONG, sideways, FLAT, nameless));

    IngestReport refused = take(lake, LakeTable.SIGNALS, file, IngestOptions.DEFAULT);
    IngestReport taken =
        take(lake, LakeTable.SIGNALS, file, IngestOptions.DEFAULT.withMaxQuarantined(0.5));

    assertThat(refused.refused().get(0).detail())
        .contains("2 of 4 rows", "row 2 BAD_SIDE", "row 4 BAD_SYMBOL");
    IntakeCounts counts = taken.written();
    assertThat(counts.read()).isEqualTo(4);
    assertThat(counts.kept()).isEqualTo(2);
    assertThat(counts.quarantined()).isEqualTo(2);
    Row row = lake.read(LakeTable.QUARANTINE).where("line = 2").first();
    assertThat(row.<String>getAs(Columns.REASON)).isEqualTo("BAD_SIDE");
    assertThat(row.<String>getAs(Columns.TEXT))
        .isEqualTo("ETH/USD,1704409200000000000,sma,2,0.1,,a, b,3");
  }

  @Test
  void whatCannotMeanTheTablesColumnIsRefusedByNameAndType() throws IOException {
    Lake lake = lake("lake");
    StructType doubles = new StructType().add("symbol", StringType).add("ts_event", DoubleType);
    Path file = folder.resolve("wrong.arrow");
    Files.write(file, ArrowFiles.written(doubles, row("ETH/USD", 1.7e18)));
    Path whole = folder.resolve("cut.ipc");
    byte[] bytes = ArrowFiles.written(SIGNALS, LONG);
    Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length - 1));

    FileOutcome wrong = take(lake, LakeTable.SIGNALS, file, IngestOptions.DEFAULT).refused().get(0);
    FileOutcome cut = take(lake, LakeTable.SIGNALS, whole, IngestOptions.DEFAULT).refused().get(0);

    assertThat(wrong.refusal()).isEqualTo(RefusalReason.WRONG_HEADER);
    assertThat(wrong.detail())
        .contains("ts_event", "FloatingPoint(DOUBLE)", "a timestamp with a time zone");
    assertThat(cut.refusal()).isEqualTo(RefusalReason.DAMAGED);
    assertThat(cut.detail()).contains("no footer");
  }

  @Test
  void instrumentsMayBeDescribedInArrowToo() throws IOException {
    Lake lake = lake("lake");
    StructType schema =
        new StructType()
            .add("symbol", StringType)
            .add("asset_class", StringType)
            .add("currency", StringType)
            .add("price_quantum", DataTypes.createDecimalType(18, 9))
            .add("size_quantum", LongType)
            .add("calendar", StringType);
    Path file = folder.resolve("instruments.feather");
    BigDecimal tick = new BigDecimal("0.250000000");
    Files.write(file, ArrowFiles.written(schema, row("ESZ4", "FUTURE", "USD", tick, 1L, "24/7")));

    IngestReport report = take(lake, LakeTable.INSTRUMENTS, file, IngestOptions.DEFAULT);

    assertThat(report.refused()).isEmpty();
    assertThat(InstrumentBook.load(lake).require("ESZ4").symbol()).isEqualTo("ESZ4");
  }

  private Lake lake(String name) {
    return Lake.at(SharedSpark.session(), folder.resolve(name).toString());
  }

  private static IngestReport take(Lake lake, LakeTable table, Path file, IngestOptions options) {
    return TableImport.run(lake, table, file.toString(), options, ProgressSink.NONE);
  }
}
