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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which partitions of a table a scan reads, as Delta Kernel asks and as a partition answers; all
 * symbols if none are given.
 *
 * @param bars which bars; null for other tables
 */
record PartitionFilter(
    LakeTable table,
    Collection<String> symbols,
    LocalDate first,
    LocalDate last,
    BarSelection bars) {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

  /** A filter of ticks or signals. */
  PartitionFilter(LakeTable table, Collection<String> symbols, LocalDate first, LocalDate last) {
    this(table, symbols, first, last, null);
  }

  /** The filter to push down to the log. */
  Predicate predicate() {
    Predicate dates =
        table == LakeTable.BARS
            ? barPredicate()
            : new And(bound(">=", firstPartition()), bound("<=", last));
    if (symbols.isEmpty()) {
      return dates;
    }
    List<Expression> literals = new ArrayList<>();
    symbols.forEach(symbol -> literals.add(Literal.ofString(symbol)));
    return new And(new In(new Column(Columns.SYMBOL), literals), dates);
  }

  /** The date that names the first partition with rows of the first date. */
  LocalDate firstPartition() {
    return switch (table) {
      case SIGNALS -> References.calendarStart(first).withDayOfYear(1);
      case BARS -> first.withDayOfMonth(1);
      default -> first;
    };
  }

  /** Whether this first of a month is that of a month with dates of the scan. */
  boolean isInMonths(LocalDate month) {
    return !month.isBefore(first.withDayOfMonth(1)) && !month.isAfter(last);
  }

  /** The date that names a partition. */
  LocalDate date(Map<String, String> partitionValues) {
    return switch (table) {
      case SIGNALS -> LocalDate.of(Integer.parseInt(partitionValues.get(Columns.YEAR)), 1, 1);
      case BARS ->
          BarPartitions.areUndated(bars.length())
              ? firstPartition()
              : LocalDate.parse(partitionValues.get(Columns.MONTH) + "-01");
      default -> LocalDate.parse(partitionValues.get(Columns.DATE));
    };
  }

  private Predicate barPredicate() {
    Predicate length =
        new Predicate("=", new Column(Columns.BAR), Literal.ofString(bars.length().toString()));
    return BarPartitions.areUndated(bars.length())
        ? length
        : new And(length, new And(monthBound(">=", first), monthBound("<=", last)));
  }

  private static Predicate monthBound(String comparison, LocalDate date) {
    return new Predicate(
        comparison, new Column(Columns.MONTH), Literal.ofString(MONTH.format(date)));
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
