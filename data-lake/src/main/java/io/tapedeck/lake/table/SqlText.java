package io.tapedeck.lake.table;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text as a literal of Spark SQL. */
public final class SqlText {
  private SqlText() {}

  /** This text between quotes, escaped. */
  public static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The condition that a column has one of these values; there must be one. */
  public static String in(String column, Collection<String> values) {
    return values.stream()
        .map(SqlText::quoted)
        .collect(Collectors.joining(", ", "`" + column + "` IN (", ")"));
  }
}
