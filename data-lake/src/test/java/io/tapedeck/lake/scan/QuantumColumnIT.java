package io.tapedeck.lake.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.market.FeedException;
import io.tapedeck.core.market.Missing;
import io.tapedeck.lake.SharedSpark;
import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantumColumnIT {
  private static final StructType ASKED = new StructType().add("price", ParquetRows.E9);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "9, 2, false, INT32",
    "9, 4, false, INT32",
    "12, 2, false, INT64",
    "18, 9, false, INT64",
    "18, 9, true, FIXED_LEN_BYTE_ARRAY",
    "9, 2, true, FIXED_LEN_BYTE_ARRAY",
    "20, 9, false, FIXED_LEN_BYTE_ARRAY",
    "38, 18, false, FIXED_LEN_BYTE_ARRAY"
  })
  void decimalsAreTheSameTicksHoweverAFileStoresThem(
      int precision, int scale, boolean legacy, PrimitiveTypeName stored) throws Exception {
    List<String> prices = new ArrayList<>(Arrays.asList("100.01", null, "-0.05", "99999.99"));
    for (int i = 0; i < 20_000; i++) {
      prices.add(i % 7 == 1 ? null : i + ".25"); // many values: beyond a dictionary's page
    }

    DataFile file = write(prices, precision, scale, legacy);

    assertThat(storedType(file)).isEqualTo(stored);
    assertThat(ticks(file))
        .startsWith(10_001L, Missing.VALUE, -5L, 9_999_999L) // in ticks of 0.01
        .endsWith(19_999 * 100L + 25)
        .hasSize(20_004);
  }

  @Test
  void aColumnThatAFileLacksIsMissing() {
    SharedSpark.session()
        .range(3)
        .coalesce(1)
        .write()
        .mode("overwrite")
        .parquet(folder.resolve("p").toString());

    assertThat(ticks(file())).containsExactly(Missing.VALUE, Missing.VALUE, Missing.VALUE);
  }

  @Test
  void whatDoesNotFitIsRefusedWithItsRow() {
    assertThatThrownBy(() -> ticks(write(List.of("1.00", "1.001"), 9, 3, false)))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("row 1: price 1.001 is not a whole number of ticks of 0.01");
    String huge = "99999999999999999999"; // e+2 ticks do not fit in 64 bits
    assertThatThrownBy(() -> ticks(write(List.of(huge), 38, 9, false)))
        .hasMessageContaining("fits in 64 bits");
  }

  private DataFile write(List<String> prices, int precision, int scale, boolean legacy) {
    List<Row> rows =
        prices.stream()
            .map(price -> RowFactory.create(price == null ? null : new BigDecimal(price)))
            .toList();
    StructType schema =
        new StructType().add("price", DataTypes.createDecimalType(precision, scale));
    var conf = SharedSpark.session().conf();
    conf.set("spark.sql.parquet.writeLegacyFormat", legacy);
    try {
      SharedSpark.session()
          .createDataFrame(rows, schema)
          .coalesce(1)
          .write()
          .mode("overwrite")
          .parquet(folder.resolve("p").toString());
    } finally {
      conf.unset("spark.sql.parquet.writeLegacyFormat");
    }
    return file();
  }

  private DataFile file() {
    File[] files = folder.resolve("p").toFile().listFiles((dir, name) -> name.endsWith(".parquet"));
    return new DataFile(files[0].toString(), files[0].length(), 0, DataFile.MIXED);
  }

  private static PrimitiveTypeName storedType(DataFile file) throws Exception {
    var path = new org.apache.hadoop.fs.Path(file.path());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
      return reader
          .getFooter()
          .getFileMetaData()
          .getSchema()
          .getType("price")
          .asPrimitiveType()
          .getPrimitiveTypeName();
    }
  }

  private static List<Long> ticks(DataFile file) {
    QuantumColumn column = new QuantumColumn("tick", 10_000_000); // 0.01
    List<Long> ticks = new ArrayList<>();
    long[] batch = new long[ParquetRows.BATCH_ROWS];
    try (ParquetRows rows =
        ParquetRows.open(new ReaderSettings(new Configuration()), file, ASKED)) {
      while (rows.next()) {
        column.copy(rows, 0, batch);
        for (int row = 0; row < rows.rows(); row++) {
          ticks.add(batch[row]);
        }
      }
    }
    return ticks;
  }
}
