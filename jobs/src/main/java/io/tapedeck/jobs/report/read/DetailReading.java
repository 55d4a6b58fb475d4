package io.tapedeck.jobs.report.read;

import static org.apache.spark.sql.functions.col;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.metrics.AnalysisInput;
import io.tapedeck.core.metrics.RunAnalysis;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import io.tapedeck.lake.table.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads a closer look at a few runs: daily books, what is made of them, and trades. */
final class DetailReading {
  private static final int QUARTERS = 4;
  private static final int MOST_DRAWDOWNS = 10;

  private final Lake lake;
  private final ResultReader results;

  DetailReading(Lake lake, ResultReader results) {
    this.lake = lake;
    this.results = results;
  }

  /**
   * Details of runs that have daily books.
   *
   * @param runs rows of `runs` by the window's name, in order
   * @param metrics by run
   */
  List<RunDetail> details(Map<String, RunRow> runs, Map<String, RunMetrics> metrics) {
    List<RunDetail> details = new ArrayList<>();
    runs.forEach(
        (window, run) -> {
          RunMetrics figures = metrics.get(run.runId());
          List<DailyEquity> days = figures == null ? List.of() : days(run, figures.sessions());
          if (!days.isEmpty() && figures.startEquity() > 0) {
            details.add(detail(window, run, figures, days));
          }
        });
    return details;
  }

  private RunDetail detail(String window, RunRow run, RunMetrics figures, List<DailyEquity> days) {
    EquityCurve curve = new EquityCurve(window, figures.startEquity(), days);
    int perYear = sessionsPerYear(figures, curve);
    int rolling = perYear == 0 ? 0 : Math.max(2, perYear / QUARTERS);
    RunAnalysis analysis =
        RunAnalysis.of(
            new AnalysisInput(
                figures.startEquity(),
                days,
                List.of(),
                List.of(),
                List.of(),
                Math.max(1, perYear),
                rolling == 0 ? Integer.MAX_VALUE : rolling,
                MOST_DRAWDOWNS));
    return new RunDetail(
        curve,
        analysis,
        rolling,
        new BenchmarkReading(lake, run).line(curve),
        new TradingReading(lake, results, run).record());
  }

  /** The books after the warm-up: the last of them, as many as the metrics count. */
  private List<DailyEquity> days(RunRow run, int sessions) {
    List<DailyEquity> days = new ArrayList<>();
    for (Row row :
        results
            .committed(ResultTable.RUN_DAILY)
            .where(col(Columns.RUN_ID).equalTo(run.runId()))
            .orderBy(Columns.DATE)
            .collectAsList()) {
      days.add(new MetricsRow(row, run.currency()).daily());
    }
    return days.subList(Math.max(0, days.size() - sessions), days.size());
  }

  /**
   * Sessions of a usual year as the run's own metrics have it: {@code volatility = deviation × √P}
   * for its session returns; 0 if they have no deviation.
   */
  static int sessionsPerYear(RunMetrics figures, EquityCurve curve) {
    double[] returns = curve.dailyReturns().stream().mapToDouble(Double::doubleValue).toArray();
    double mean = 0;
    for (double each : returns) {
      mean += each / returns.length;
    }
    double squares = 0;
    for (double each : returns) {
      squares += (each - mean) * (each - mean);
    }
    double variance = squares / (returns.length - 1);
    double perYear = figures.volatility() * figures.volatility() / variance;
    return Double.isFinite(perYear) ? Math.toIntExact(Math.round(perYear)) : 0;
  }
}
