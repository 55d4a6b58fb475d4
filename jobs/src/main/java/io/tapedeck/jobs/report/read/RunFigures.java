package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads metrics of a few runs. */
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
}
