package io.tapedeck.jobs.sweep;

import io.tapedeck.jobs.result.ResultRow;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** What a chunk came to, small enough for the driver: counts, and what its units measured. */
final class ChunkSummary implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int STATUS =
      List.of(ResultTable.RUNS.schema().fieldNames()).indexOf(Columns.STATUS);

  private final Map<ResultTable, Long> rows = new EnumMap<>(ResultTable.class);
  private final Map<String, Long> statuses = new TreeMap<>();
  private final List<Row> measured = new ArrayList<>();

  ChunkSummary add(ResultRow row) {
    rows.merge(row.table(), 1L, Long::sum);
    if (row.table() == ResultTable.RUNS) {
      statuses.merge(row.row().getString(STATUS), 1L, Long::sum);
    } else if (row.table() == ResultTable.SWEEP_UNITS) {
      measured.add(row.row());
    }
    return this;
  }

  ChunkSummary plus(ChunkSummary other) {
    other.rows.forEach((table, count) -> rows.merge(table, count, Long::sum));
    other.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
    measured.addAll(other.measured);
    return this;
  }

  long rows(ResultTable table) {
    return rows.getOrDefault(table, 0L);
  }

  long runs(String status) {
    return statuses.getOrDefault(status, 0L);
  }

  /** Rows of (sweep, plan, unit, tries, seconds, rate), one for each unit that made it. */
  List<Row> measured() {
    return measured;
  }
}
