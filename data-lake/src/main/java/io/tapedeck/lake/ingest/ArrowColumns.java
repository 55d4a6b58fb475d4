package io.tapedeck.lake.ingest;

import io.tapedeck.lake.arrow.ArrowColumn;
import io.tapedeck.lake.arrow.CellKind;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * What the columns of an Arrow file may be, so that they mean what the table's columns mean.
 * Columns the table has not are passed over.
 *
 * @param kinds kinds of cells by the names of the table's columns
 */
record ArrowColumns(Map<String, Set<CellKind>> kinds) implements Serializable {
  /** What goes into this table. */
  static ArrowColumns of(LakeTable table) {
    Map<String, Set<CellKind>> kinds = new TreeMap<>();
    for (StructField field : table.schema().fields()) {
      Set<CellKind> taken = kinds(field.name(), field.dataType());
      taken.add(CellKind.NOTHING);
      kinds.put(field.name(), taken);
    }
    return new ArrowColumns(kinds);
  }

  /** Whether a column of this name is read. */
  boolean has(String name) {
    return kinds.containsKey(name);
  }

  /** Refuses a column whose values cannot be what the table's are, naming both. */
  void require(ArrowColumn column) throws RefusedFileException {
    Set<CellKind> taken = kinds.get(column.name());
    if (taken.contains(column.kind())) {
      return;
    }
    String remedy =
        column.kind() == CellKind.LOCAL_TIME && taken.contains(CellKind.TIME)
            ? "has no time zone, so it names no instant: say which one, as pandas does with"
                + " dt.tz_localize('UTC') and polars with dt.replace_time_zone('UTC')"
            : "cannot be taken: it may be " + words(taken);
    throw new RefusedFileException(
        RefusalReason.WRONG_HEADER,
        "column " + column.name() + " of type " + column.type() + " " + remedy);
  }

  private static Set<CellKind> kinds(String name, DataType type) {
    if (type instanceof StringType) {
      return EnumSet.of(CellKind.TEXT);
    }
    if (type instanceof DateType) {
      return EnumSet.of(CellKind.DATE, CellKind.TEXT);
    }
    if (type instanceof BooleanType) {
      return EnumSet.of(CellKind.FLAG, CellKind.WHOLE, CellKind.TEXT);
    }
    if (Columns.isNanoTime(name)) { // a double holds no nanoseconds of our days
      return EnumSet.of(CellKind.TIME, CellKind.WHOLE, CellKind.TEXT);
    }
    Set<CellKind> numbers = EnumSet.of(CellKind.WHOLE, CellKind.NUMBER, CellKind.TEXT);
    if (name.equals(Columns.HORIZON)) {
      numbers.add(CellKind.SPAN);
    }
    return numbers;
  }

  private static String words(Set<CellKind> taken) {
    return taken.stream()
        .filter(kind -> kind != CellKind.NOTHING)
        .map(ArrowColumns::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(CellKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case WHOLE -> "an integer";
      case NUMBER -> "a float or decimal";
      case TIME -> "a timestamp with a time zone";
      case SPAN -> "a duration";
      case DATE -> "a date";
      case FLAG -> "a boolean";
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }
}
