package io.tapedeck.lake.arrow;

import static io.tapedeck.lake.arrow.ArrowFiles.row;
import static org.apache.spark.sql.types.DataTypes.ByteType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What goes into a file comes out of it, to the bit: by Arrow's own reader and by ours. */
class ArrowRoundTripProperties {
  private static final StructType SCHEMA =
      new StructType()
          .add("price", DataTypes.createDecimalType(18, 9))
          .add("money", DataTypes.createDecimalType(28, 9))
          .add("nanos", LongType)
          .add("side", ByteType)
          .add("strength", DoubleType)
          .add("text", StringType);

  /** A row of a table; any part may be null. */
  record Kept(
      BigDecimal price, BigDecimal money, Long nanos, Byte side, Double strength, String text) {
    InternalRow spark() {
      return row(price, money, nanos, side, strength, text);
    }

    /** As Arrow's reader gives them. */
    List<Object> objects() {
      return Arrays.asList(price, money, nanos, side, strength, text);
    }

    /** As our reader writes them. */
    List<String> cells() {
      return Arrays.asList(
          plain(price), plain(money), text(nanos), text(side), number(strength), text);
    }

    private static String plain(BigDecimal decimal) {
      return decimal == null ? null : decimal.stripTrailingZeros().toPlainString();
    }

    private static String text(Object whole) {
      return whole == null ? null : whole.toString();
    }

    private static String number(Double value) {
      if (value == null) {
        return null;
      }
      boolean isWhole = value == Math.rint(value) && Math.abs(value) < 0x1p53;
      return isWhole ? new BigDecimal(value).toPlainString() : value.toString();
    }
  }

  @Property(tries = 150)
  void everyReaderFindsWhatWasWritten(
      @ForAll("rows") @Size(max = 40) List<Kept> rows,
      @ForAll ArrowCompression compression,
      @ForAll @IntRange(min = 1, max = 50) int rowsOfABatch)
      throws Exception {
    ArrowEncoder encoder = new ArrowEncoder(SCHEMA, compression, rowsOfABatch, 1 << 20);

    byte[] file =
        ArrowFiles.written(
            encoder, Set.of(), rows.stream().map(Kept::spark).toArray(InternalRow[]::new));

    List<List<String>> read = new ArrayList<>();
    for (List<Object> row : ArrowFiles.readByArrow(file)) {
      read.add(row.stream().map(String::valueOf).toList());
    }
    assertThat(read)
        .isEqualTo(
            rows.stream()
                .map(row -> row.objects().stream().map(String::valueOf).toList())
                .toList());
    assertThat(ArrowFiles.cells(file)).isEqualTo(rows.stream().map(Kept::cells).toList());
  }

  @Provide
  Arbitrary<List<Kept>> rows() {
    return Combinators.combine(
            decimals(18).injectNull(0.1),
            decimals(28).injectNull(0.1),
            Arbitraries.longs().injectNull(0.1),
            Arbitraries.bytes().injectNull(0.1),
            Arbitraries.doubles().injectNull(0.1),
            Arbitraries.strings().ofMaxLength(20).injectNull(0.1))
        .as(Kept::new)
        .list();
  }

  /** Any number of so many digits, nine of them behind the point; often the first or last one. */
  private static Arbitrary<BigDecimal> decimals(int digits) {
    BigInteger largest = BigInteger.TEN.pow(digits).subtract(BigInteger.ONE);
    return Arbitraries.bigIntegers()
        .between(largest.negate(), largest)
        .map(unscaled -> new BigDecimal(unscaled, 9));
  }
}
