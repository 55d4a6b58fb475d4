package io.tapedeck.jobs.result;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The columns of a row by name, as JSON and people take them. */
public final class RowValues {
  private RowValues() {}

  /** Dates as {@code 2024-01-08}, times as {@code 2024-01-08T14:30:00.123Z}; the rest as it is. */
  public static Map<String, Object> of(Row row) {
    Map<String, Object> values = Ranking.figures(row);
    values.replaceAll((name, value) -> plain(value));
    return values;
  }

  private static Object plain(Object value) {
    if (value instanceof Timestamp time) {
      return time.toInstant().toString();
    }
    return value instanceof Date ? value.toString() : value;
  }
}
