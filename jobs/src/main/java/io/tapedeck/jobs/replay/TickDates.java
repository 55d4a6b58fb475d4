package io.tapedeck.jobs.replay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.LakeTable;
import io.tapedeck.lake.table.LakeTables;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a lake has of ticks and bars, for jobs that name no dates or no symbols. */
public final class TickDates {
  private static final List<LakeTable> MARKET =
      List.of(LakeTable.TRADES, LakeTable.QUOTES, LakeTable.BARS);

  private TickDates() {}

  /**
   * From the first to the last session date with trades, quotes or bars of any of these symbols.
   *
   * @param tables the tables that count; signals do not
   * @throws UsageException if there are none
   */
  public static DateRange of(Lake lake, Collection<LakeTable> tables, List<String> symbols) {
    TreeSet<LocalDate> ends = new TreeSet<>();
    for (LakeTable table : MARKET) {
      if (tables.contains(table) && LakeTables.exists(lake, table)) {
        Row row =
            lake.read(table)
                .where(col(Columns.SYMBOL).isin(symbols.toArray()))
                .agg(min(col(Columns.DATE)).cast("string"), max(col(Columns.DATE)).cast("string"))
                .first();
        if (!row.isNullAt(0)) {
          ends.add(LocalDate.parse(row.getString(0)));
          ends.add(LocalDate.parse(row.getString(1)));
        }
      }
    }
    if (ends.isEmpty()) {
      throw UsageException.of(
          "the lake "
              + lake.root()
              + " has no ticks of "
              + String.join(", ", symbols)
              + ": see what is there with: tapedeck tables");
    }
    return new DateRange(ends.first(), ends.last());
  }

  /** The symbols of a table of ticks, sorted. */
  public static List<String> symbols(Lake lake, LakeTable table) {
    if (!LakeTables.exists(lake, table)) {
      return List.of();
    }
    Dataset<Row> rows = lake.read(table).select(Columns.SYMBOL).distinct().orderBy(Columns.SYMBOL);
    return rows.collectAsList().stream().map(row -> row.getString(0)).toList();
  }
}
