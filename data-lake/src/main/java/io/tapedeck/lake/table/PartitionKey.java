package io.tapedeck.lake.table;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A partition of a table: the values of its partition columns, as text.
 *
 * @param table a partitioned table
 * @param values one for each of the table's partition columns, in their order; dates as YYYY-MM-DD
 */
public record PartitionKey(LakeTable table, List<String> values)
    implements Serializable, Comparable<PartitionKey> {
  public PartitionKey {
    values = List.copyOf(values);
    Require.that(
        values.size() == table.partitionColumns().size() && !values.isEmpty(),
        "a partition of %s has the values of %s, was %s",
        table.folder(),
        table.partitionColumns(),
        values);
  }

  /** A partition of trades or quotes. */
  public static PartitionKey of(LakeTable table, String symbol, LocalDate date) {
    return new PartitionKey(table, List.of(symbol, date.toString()));
  }

  /** The value of this partition column. */
  public String value(String column) {
    int index = table.partitionColumns().indexOf(column);
    Require.that(index >= 0, "%s is not partitioned by %s", table.folder(), column);
    return values.get(index);
  }

  public String symbol() {
    return value(Columns.SYMBOL);
  }

  /** A SQL condition that holds for the rows of these partitions of one table and for no other. */
  public static String condition(Collection<PartitionKey> keys) {
    Require.that(!keys.isEmpty(), "no partitions given");
    TreeMap<String, TreeSet<String>> lastByRest = new TreeMap<>();
    for (PartitionKey key : keys) {
      lastByRest.computeIfAbsent(key.rest(), rest -> new TreeSet<>()).add(key.literal(key.last()));
    }
    String lastColumn = keys.iterator().next().lastColumn();
    return lastByRest.entrySet().stream()
        .map(e -> "(" + e.getKey() + lastColumn + " IN (" + String.join(", ", e.getValue()) + "))")
        .collect(Collectors.joining(" OR "));
  }

  private String rest() {
    StringBuilder sql = new StringBuilder();
    for (int i = 0; i < last(); i++) {
      sql.append(table.partitionColumns().get(i)).append(" = ").append(literal(i)).append(" AND ");
    }
    return sql.toString();
  }

  private int last() {
    return values.size() - 1;
  }

  private String lastColumn() {
    return table.partitionColumns().get(last());
  }

  private String literal(int index) {
    return switch (table.partitionColumns().get(index)) {
      case Columns.DATE -> "DATE'" + LocalDate.parse(values.get(index)) + "'";
      case Columns.YEAR -> Integer.toString(Integer.parseInt(values.get(index)));
      default -> SqlText.quoted(values.get(index));
    };
  }

  @Override
  public int compareTo(PartitionKey other) {
    int byTable = table.compareTo(other.table);
    for (int i = 0; byTable == 0 && i < values.size(); i++) {
      byTable = values.get(i).compareTo(other.values.get(i));
    }
    return byTable;
  }
}
