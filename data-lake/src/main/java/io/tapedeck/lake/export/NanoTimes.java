package io.tapedeck.lake.export;

import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Columns of nanoseconds since the epoch, and the timestamps that are put beside them. */
final class NanoTimes {
  private static final String PREFIX = "ts_";
  private static final String SUFFIX = "_time";
  private static final Set<String> OTHERS =
      Set.of(Columns.BAR_OPEN, Columns.BAR_CLOSE, Columns.SESSION_OPEN, Columns.SESSION_CLOSE);

  private NanoTimes() {}

  /** Whether a column holds nanoseconds since the epoch. */
  static boolean isNanoTime(String column) {
    return column.startsWith(PREFIX) || OTHERS.contains(column);
  }

  /** The rows with each time a second time, behind itself, under another name. */
  static Dataset<Row> doubled(Dataset<Row> rows) {
    List<String> expressions = new ArrayList<>();
    for (String column : rows.columns()) {
      expressions.add(quoted(column));
      if (isNanoTime(column)) {
        expressions.add(quoted(column) + " AS " + quoted(column + SUFFIX));
      }
    }
    return rows.selectExpr(expressions.toArray(String[]::new));
  }

  /** Names of the timestamps that {@link #doubled} adds to these columns. */
  static Set<String> added(String[] columns) {
    Set<String> added = new LinkedHashSet<>();
    for (String column : columns) {
      if (isNanoTime(column)) {
        added.add(column + SUFFIX);
      }
    }
    return added;
  }

  private static String quoted(String column) {
    return '`' + column + '`';
  }
}
