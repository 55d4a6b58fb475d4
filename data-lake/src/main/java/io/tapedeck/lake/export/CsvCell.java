package io.tapedeck.lake.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/**
 * How a value of one type is written as text: decimals exactly and without an exponent, doubles as
 * the shortest text that reads back the same, dates and times as ISO 8601, lists and maps as JSON.
 */
interface CsvCell {
  /** Nanoseconds since the epoch as a time in UTC. */
  CsvCell NANO_TIME = (row, i) -> instant(row.getLong(i), 1_000_000_000L).toString();

  /** The value at an ordinal, which is not null, as it stands in a line. */
  String text(SpecializedGetters row, int ordinal);

  /** The cell for a type. */
  static CsvCell of(DataType type) {
    if (type instanceof StringType) {
      return (row, i) -> quoted(row.getUTF8String(i).toString());
    }
    if (type instanceof ArrayType || type instanceof MapType) {
      CsvCell json = json(type);
      return (row, i) -> quoted(json.text(row, i));
    }
    return plain(type);
  }

  /** Between quotes, if it needs them. */
  static String quoted(String text) {
    return text.matches("[^,\"\r\n]+") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static CsvCell plain(DataType type) {
    if (type instanceof DecimalType decimal) {
      return (row, i) ->
          row.getDecimal(i, decimal.precision(), decimal.scale())
              .toJavaBigDecimal()
              .stripTrailingZeros()
              .toPlainString();
    }
    if (type instanceof LongType) {
      return (row, i) -> Long.toString(row.getLong(i));
    }
    if (type instanceof IntegerType) {
      return (row, i) -> Integer.toString(row.getInt(i));
    }
    if (type instanceof ByteType) {
      return (row, i) -> Byte.toString(row.getByte(i));
    }
    if (type instanceof DoubleType) {
      return (row, i) -> Double.toString(row.getDouble(i));
    }
    if (type instanceof BooleanType) {
      return (row, i) -> Boolean.toString(row.getBoolean(i));
    }
    if (type instanceof DateType) {
      return (row, i) -> LocalDate.ofEpochDay(row.getInt(i)).toString();
    }
    if (type instanceof TimestampType) {
      return (row, i) -> instant(row.getLong(i), 1_000_000L).toString();
    }
    throw new IllegalArgumentException("no table has columns of " + type.sql());
  }

  private static CsvCell json(DataType type) {
    if (type instanceof StringType) {
      return (row, i) -> jsonText(row.getUTF8String(i).toString());
    }
    if (type instanceof ArrayType array) {
      return (row, i) -> list(row.getArray(i), json(array.elementType()));
    }
    if (type instanceof MapType map) {
      return (row, i) -> object(row.getMap(i), json(map.keyType()), json(map.valueType()));
    }
    return plain(type);
  }

  private static String list(ArrayData values, CsvCell cell) {
    StringJoiner json = new StringJoiner(",", "[", "]");
    for (int i = 0; i < values.numElements(); i++) {
      json.add(values.isNullAt(i) ? "null" : cell.text(values, i));
    }
    return json.toString();
  }

  private static String object(MapData entries, CsvCell key, CsvCell value) {
    StringJoiner json = new StringJoiner(",", "{", "}");
    ArrayData values = entries.valueArray();
    for (int i = 0; i < entries.numElements(); i++) {
      String text = values.isNullAt(i) ? "null" : value.text(values, i);
      json.add(key.text(entries.keyArray(), i) + ":" + text);
    }
    return json.toString();
  }

  private static String jsonText(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  private static Instant instant(long units, long unitsPerSecond) {
    return Instant.ofEpochSecond(
        Math.floorDiv(units, unitsPerSecond),
        Math.floorMod(units, unitsPerSecond) * (1_000_000_000L / unitsPerSecond));
  }
}
