package io.tapedeck.jobs.report;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads metrics and daily books of a few runs. */
final class RunFigures {
  private final ResultReader results;
  private final Currency currency;

  RunFigures(ResultReader results, Currency currency) {
    this.results = results;
    this.currency = currency;
  }

  /** Metrics by run; a run that has none is not there. */
  Map<String, RunMetrics> metrics(Collection<String> runIds) {
    Map<String, RunMetrics> metrics = new HashMap<>();
    for (Row row :
        results.metrics().where(col(Columns.RUN_ID).isInCollection(runIds)).collectAsList()) {
      metrics.put(row.getAs(Columns.RUN_ID), new MetricsRow(row, currency).metrics());
    }
    return metrics;
  }

  /**
   * Daily books of runs that recorded them.
   *
   * @param runIds by the window's name, in order
   */
  List<EquityCurve> curves(Map<String, String> runIds, Map<String, RunMetrics> metrics) {
    Map<String, List<DailyEquity>> days = days(runIds.values());
    List<EquityCurve> curves = new ArrayList<>();
    runIds.forEach(
        (window, runId) -> {
          if (days.containsKey(runId) && metrics.containsKey(runId)) {
            curves.add(new EquityCurve(window, metrics.get(runId).startEquity(), days.get(runId)));
          }
        });
    return curves;
  }

  private Map<String, List<DailyEquity>> days(Collection<String> runIds) {
    Map<String, List<DailyEquity>> days = new HashMap<>();
    for (Row row :
        results
            .committed(ResultTable.RUN_DAILY)
            .where(col(Columns.RUN_ID).isInCollection(runIds))
            .orderBy(Columns.DATE)
            .collectAsList()) {
      days.computeIfAbsent(row.getAs(Columns.RUN_ID), runId -> new ArrayList<>())
          .add(new MetricsRow(row, currency).daily());
    }
    return days;
  }
}
