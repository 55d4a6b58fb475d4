package io.tapedeck.jobs.result;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads single runs with their details; few enough for one machine. */
public final class StoredRuns {
  private final ResultReader reader;

  public StoredRuns(ResultReader reader) {
    this.reader = reader;
  }

  /** These rows of `runs` with their metrics and days, in the same order. */
  public List<StoredRun> of(List<Row> rows) {
    List<Map<String, Object>> runs = rows.stream().map(RowValues::of).toList();
    List<Object> ids = runs.stream().map(run -> run.get(Columns.RUN_ID)).distinct().toList();
    Map<Object, List<Map<String, Object>>> metrics =
        details(ResultTable.RUN_METRICS, ids, Columns.RUN_ID);
    Map<Object, List<Map<String, Object>>> daily =
        details(ResultTable.RUN_DAILY, ids, Columns.DATE);
    List<StoredRun> stored = new ArrayList<>();
    for (Map<String, Object> run : runs) {
      Object id = run.get(Columns.RUN_ID);
      List<Map<String, Object>> figures = metrics.getOrDefault(id, List.of());
      stored.add(
          new StoredRun(
              run,
              figures.isEmpty() ? Map.of() : figures.get(0),
              daily.getOrDefault(id, List.of())));
    }
    return stored;
  }

  /** What the risk gate refused and what guards did, in order. */
  public List<Map<String, Object>> riskEvents(String runId) {
    return details(ResultTable.RISK_EVENTS, List.of(runId), Columns.NUMBER)
        .getOrDefault(runId, List.of());
  }

  private Map<Object, List<Map<String, Object>>> details(
      ResultTable table, List<Object> ids, String order) {
    Map<Object, List<Map<String, Object>>> byRun = new LinkedHashMap<>();
    reader
        .committed(table)
        .where(col(Columns.RUN_ID).isInCollection(ids))
        .drop(Columns.COMMIT_ID)
        .orderBy(order)
        .collectAsList()
        .forEach(
            row ->
                byRun
                    .computeIfAbsent(row.getAs(Columns.RUN_ID), id -> new ArrayList<>())
                    .add(RowValues.of(row)));
    return byRun;
  }
}
