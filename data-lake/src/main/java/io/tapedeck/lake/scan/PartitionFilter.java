package io.tapedeck.lake.scan;

import io.delta.kernel.expressions.And;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Expression;
import io.delta.kernel.expressions.In;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which partitions of a table a scan reads, as Delta Kernel asks and as a partition answers; all
 * symbols if none are given.
 */
record PartitionFilter(
    LakeTable table, Collection<String> symbols, LocalDate first, LocalDate last) {

  /** The filter to push down to the log. */
  Predicate predicate() {
    Predicate dates = new And(bound(">=", firstPartition()), bound("<=", last));
    if (symbols.isEmpty()) {
      return dates;
    }
    List<Expression> literals = new ArrayList<>();
    symbols.forEach(symbol -> literals.add(Literal.ofString(symbol)));
    return new And(new In(new Column(Columns.SYMBOL), literals), dates);
  }

  /** The date that names the first partition with rows of the first date. */
  LocalDate firstPartition() {
    return table == LakeTable.SIGNALS ? References.calendarStart(first).withDayOfYear(1) : first;
  }

  /** The date that names a partition. */
  LocalDate date(Map<String, String> partitionValues) {
    return table == LakeTable.SIGNALS
        ? LocalDate.of(Integer.parseInt(partitionValues.get(Columns.YEAR)), 1, 1)
        : LocalDate.parse(partitionValues.get(Columns.DATE));
  }

  private Predicate bound(String comparison, LocalDate date) {
    return table == LakeTable.SIGNALS
        ? new Predicate(comparison, new Column(Columns.YEAR), Literal.ofInt(date.getYear()))
        : new Predicate(
            comparison,
            new Column(Columns.DATE),
            Literal.ofDate(Math.toIntExact(date.toEpochDay())));
  }
}
