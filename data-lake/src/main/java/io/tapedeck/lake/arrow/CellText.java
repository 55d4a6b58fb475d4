package io.tapedeck.lake.arrow;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.arrow.vector.BaseIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.DurationVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.FloatingPointVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;

/** Writes the values of a vector as text. */
interface CellText {
  /** Above this a double has no neighbours that are one apart. */
  double LARGEST_WHOLE = 1L << 53;

  long MILLIS_PER_DAY = 86_400_000L;

  /** The text of a value that is not null. */
  byte[] of(int row);

  /** Texts of a vector as it is filled at each call. */
  static CellText of(FieldVector vector) {
    if (vector instanceof VarCharVector texts) {
      return texts::get;
    }
    if (vector instanceof LargeVarCharVector texts) {
      return texts::get;
    }
    if (vector instanceof ViewVarCharVector texts) {
      return texts::get;
    }
    if (vector instanceof BaseIntVector numbers) {
      return wholes(numbers, (ArrowType.Int) vector.getField().getType());
    }
    if (vector instanceof Float2Vector halves) {
      return row -> ascii(number(halves.getValueAsFloat(row)));
    }
    if (vector instanceof FloatingPointVector floats) {
      return row -> ascii(number(floats.getValueAsDouble(row)));
    }
    return other(vector);
  }

  private static CellText wholes(BaseIntVector numbers, ArrowType.Int type) {
    if (type.getIsSigned()) {
      return row -> ascii(Long.toString(numbers.getValueAsLong(row)));
    }
    int bits = type.getBitWidth();
    long mask = bits == Long.SIZE ? -1L : (1L << bits) - 1;
    return row -> ascii(Long.toUnsignedString(numbers.getValueAsLong(row) & mask));
  }

  private static CellText other(FieldVector vector) {
    if (vector instanceof TimeStampVector times) {
      TimeUnit unit = ((ArrowType.Timestamp) vector.getField().getType()).getUnit();
      return row -> ascii(nanos(times.get(row), unit));
    }
    if (vector instanceof DurationVector spans) {
      TimeUnit unit = ((ArrowType.Duration) vector.getField().getType()).getUnit();
      return row -> ascii(nanos(DurationVector.get(spans.getDataBuffer(), row), unit));
    }
    if (vector instanceof DateDayVector dates) {
      return row -> ascii(LocalDate.ofEpochDay(dates.get(row)).toString());
    }
    if (vector instanceof DateMilliVector dates) {
      return row ->
          ascii(LocalDate.ofEpochDay(Math.floorDiv(dates.get(row), MILLIS_PER_DAY)).toString());
    }
    if (vector instanceof BitVector flags) {
      return row -> ascii(flags.get(row) == 0 ? "false" : "true");
    }
    return row -> ascii(object(vector.getObject(row)));
  }

  private static String object(Object value) {
    return value instanceof BigDecimal decimal
        ? decimal.stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static String number(double value) {
    boolean isWhole = value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE;
    return isWhole ? Long.toString((long) value) : Double.toString(value);
  }

  /** A count of units in nanoseconds; with its unit behind it if 64 bits do not hold that. */
  private static String nanos(long count, TimeUnit unit) {
    long nanosPerUnit =
        switch (unit) {
          case SECOND -> 1_000_000_000L;
          case MILLISECOND -> 1_000_000L;
          case MICROSECOND -> 1_000L;
          case NANOSECOND -> 1L;
        };
    boolean fits = Math.abs(count / 2) < Long.MAX_VALUE / nanosPerUnit / 2;
    return nanosPerUnit == 1 || fits
        ? Long.toString(count * nanosPerUnit)
        : count + " " + unit.name();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
