package io.tapedeck.lake.export;

import static io.tapedeck.lake.arrow.ArrowFiles.row;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class CsvEncoderTest {
  private static final DataType PRICE = DataTypes.createDecimalType(18, 9);

  @Test
  void decimalsAreExactAndWithoutExponent() {
    assertThat(line(PRICE, new BigDecimal("999999999.999999999"))).isEqualTo("999999999.999999999");
    assertThat(line(PRICE, new BigDecimal("-0.000000001"))).isEqualTo("-0.000000001");
    assertThat(line(PRICE, new BigDecimal("100.000000000"))).isEqualTo("100");
  }

  @Test
  void nothingIsToldFromNoText() {
    assertThat(line(StringType, new Object[] {null})).isEmpty();
    assertThat(line(StringType, "")).isEqualTo("\"\"");
  }

  @Test
  void textThatCouldBreakALineStandsBetweenQuotes() {
    assertThat(line(StringType, "a,b")).isEqualTo("\"a,b\"");
    assertThat(line(StringType, "say \"hi\"\n")).isEqualTo("\"say \"\"hi\"\"\n\"");
    assertThat(line(StringType, "plain é")).isEqualTo("plain é");
  }

  @Test
  void timesAreIso8601() {
    long nanos = 1_704_409_200_000_000_001L;
    StructType schema = new StructType().add("t", LongType).add("t_time", LongType);
    CsvEncoder encoder = new CsvEncoder(schema, Set.of("t_time"));

    assertThat(encoder.encode(List.of(row(nanos, nanos)).iterator()).next().text())
        .isEqualTo("1704409200000000001,2024-01-04T23:00:00.000000001Z\r\n");
    assertThat(line(TimestampType, nanos / 1_000)).isEqualTo("2024-01-04T23:00:00Z");
    assertThat(line(DateType, 19_726)).isEqualTo("2024-01-04"); // 19,723 + 3 days after New Year
  }

  @Test
  void doublesAndFlagsReadBackTheSame() {
    assertThat(line(DoubleType, 0.1)).isEqualTo("0.1");
    assertThat(line(BooleanType, true)).isEqualTo("true");
  }

  @Test
  void listsAndMapsAreJson() {
    Object list =
        new GenericArrayData(
            new Object[] {UTF8String.fromString("A"), UTF8String.fromString("\"")});
    assertThat(line(DataTypes.createArrayType(StringType), list))
        .isEqualTo("\"[\"\"A\"\",\"\"\\\"\"\"\"]\"");
    Map<Object, Object> entries = new LinkedHashMap<>();
    entries.put(UTF8String.fromString("trades"), 3L);
    Object map =
        new ArrayBasedMapData(
            new GenericArrayData(entries.keySet().toArray()),
            new GenericArrayData(entries.values().toArray()));
    assertThat(line(DataTypes.createMapType(StringType, LongType), map))
        .isEqualTo("\"{\"\"trades\"\":3}\"");
  }

  /** A line of one value, without its end. */
  private static String line(DataType type, Object... value) {
    CsvEncoder encoder = new CsvEncoder(new StructType().add("c", type), Set.of());
    String text = encoder.encode(List.of(row(value)).iterator()).next().text();
    return text.substring(0, text.length() - 2);
  }
}
