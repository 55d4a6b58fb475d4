package io.tapedeck.lake.export;

import static io.tapedeck.lake.scan.TickLake.MONDAY;
import static io.tapedeck.lake.scan.TickLake.TUESDAY;
import static io.tapedeck.lake.scan.TickLake.randomTrades;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.lake.SharedSpark;
import io.tapedeck.lake.arrow.ArrowCompression;
import io.tapedeck.lake.export.ExportRequest.Overwrite;
import io.tapedeck.lake.export.ExportRequest.Times;
import io.tapedeck.lake.scan.TickLake;
import io.tapedeck.lake.table.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ticks of a lake as one file. */
class RowExportIT {
  private static final String[] ORDER = {"symbol", "date", "ts_event", "seq"};

  @TempDir Path folder;
  private Dataset<Row> trades;

  @BeforeEach
  void makeTwoSymbolsAndTwoDays() {
    TickLake ticks = new TickLake(folder.resolve("lake"));
    List<Row> rows = new ArrayList<>(randomTrades("Z", MONDAY, 300, 1));
    rows.addAll(randomTrades("A", TUESDAY, 300, 2));
    rows.addAll(randomTrades("A", MONDAY, 300, 3));
    ticks.with(LakeTable.TRADES, rows, all -> all.repartition(3));
    trades = ticks.lake().read(LakeTable.TRADES);
  }

  @Test
  void anArrowFileHoldsTheRowsInOrderWithTimesBesideNanoseconds() throws IOException {
    Path out = folder.resolve("made/on/the/way/trades.arrow");
    ExportRequest request =
        request(out, ExportFormat.ARROW, ArrowCompression.LZ4, Times.WITH_TIMESTAMPS);

    ExportReport report = RowExport.write(trades, request);

    assertThat(report.rows()).isEqualTo(900);
    assertThat(report.bytes()).isEqualTo(Files.size(out));
    assertThat(report.columns())
        .startsWith("symbol", "date", "ts_event", "ts_event_time", "ts_recv", "ts_recv_time", "seq")
        .contains("price");
    List<String> expected = new ArrayList<>();
    for (Row row : ordered().collectAsList()) {
      long nanos = row.<Long>getAs("ts_event");
      String price = row.getAs("price").toString();
      expected.add(row.getAs("symbol") + " " + nanos + " " + nanos + " " + price);
    }
    assertThat(arrow(out, "symbol", "ts_event", "ts_event_time", "price")).isEqualTo(expected);
    try (var beside = Files.list(out.getParent())) {
      assertThat(beside).containsExactly(out); // nothing half made stays
    }
  }

  @Test
  void manyPartsComeInTheOrderOfOne() {
    Dataset<Row> parts = OrderedParts.of(trades, 3_000_000, List.of(ORDER));

    assertThat(parts.rdd().getNumPartitions()).isGreaterThan(5);
    assertThat(parts.collectAsList()).isEqualTo(ordered().collectAsList());
  }

  @Test
  void parquetAndCsvHoldTheSameRowsExactly() throws IOException {
    Path parquet = folder.resolve("t.parquet");
    Path csv = folder.resolve("t.csv");

    RowExport.write(
        trades, request(parquet, ExportFormat.PARQUET, ArrowCompression.NONE, Times.NANOS));
    RowExport.write(trades, request(csv, ExportFormat.CSV, ArrowCompression.NONE, Times.NANOS));

    List<Row> expected = ordered().collectAsList();
    Dataset<Row> fromParquet = SharedSpark.session().read().parquet(parquet.toString());
    assertThat(fromParquet.collectAsList()).isEqualTo(expected);
    Dataset<Row> fromCsv =
        SharedSpark.session()
            .read()
            .schema(trades.schema())
            .option("header", true)
            .csv(csv.toString());
    assertThat(fromCsv.collectAsList()).isEqualTo(expected);
    assertThat(Files.readString(csv)).startsWith("symbol,date,ts_event,").endsWith("\r\n");
  }

  @Test
  void aFileThatIsThereIsReplacedOnlyIfThatIsSaid() throws IOException {
    Path out = Files.writeString(folder.resolve("t.csv"), "precious");
    ExportRequest careful = request(out, ExportFormat.CSV, ArrowCompression.NONE, Times.NANOS);

    assertThatThrownBy(() -> RowExport.write(trades, careful))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--overwrite");
    assertThat(Files.readString(out)).isEqualTo("precious");

    ExportRequest bold =
        new ExportRequest(
            LakeTable.TRADES,
            out,
            ExportFormat.CSV,
            ArrowCompression.NONE,
            List.of("seq", "symbol"),
            Times.NANOS,
            Overwrite.REPLACE);
    ExportReport nothing = RowExport.write(trades.where("symbol = 'none'"), bold);
    assertThat(nothing.rows()).isZero();
    assertThat(Files.readString(out)).isEqualTo("precious"); // no rows, no file

    RowExport.write(trades, bold);
    assertThat(Files.readAllLines(out)).hasSize(901).startsWith("seq,symbol");
  }

  private Dataset<Row> ordered() {
    return trades.orderBy("symbol", "date", "ts_event", "seq");
  }

  private static ExportRequest request(
      Path out, ExportFormat format, ArrowCompression compression, Times times) {
    return new ExportRequest(
        LakeTable.TRADES, out, format, compression, List.of(), times, Overwrite.REFUSE);
  }

  /** Columns of a file by Arrow's own reader, each row as text. */
  private static List<String> arrow(Path file, String... columns) throws IOException {
    List<String> rows = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator();
        ArrowFileReader reader =
            new ArrowFileReader(
                Files.newByteChannel(file), allocator, CommonsCompressionFactory.INSTANCE)) {
      while (reader.loadNextBatch()) {
        for (int i = 0; i < reader.getVectorSchemaRoot().getRowCount(); i++) {
          List<String> cells = new ArrayList<>();
          for (String column : columns) {
            FieldVector vector = reader.getVectorSchemaRoot().getVector(column);
            cells.add(vector.getObject(i).toString());
          }
          rows.add(String.join(" ", cells));
        }
      }
    }
    return rows;
  }
}
