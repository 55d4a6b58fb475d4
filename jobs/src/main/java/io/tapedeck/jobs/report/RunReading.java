package io.tapedeck.jobs.report;

import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads one run's result rows into a report. */
final class RunReading {
  private static final String WINDOW = "all";

  private final ResultReader results;
  private final RunRow run;
  private final long setsTried;

  /**
   * Reads the run.
   *
   * @param row of `runs`
   * @param setsTried sets of the largest sweep it belongs to; 1 if it belongs to none
   */
  RunReading(ResultReader results, Row row, long setsTried) {
    this.results = results;
    this.run = new RunRow(row);
    this.setsTried = setsTried;
  }

  ReportModel model() {
    RunFigures figures = new RunFigures(results, run.currency());
    Map<String, RunMetrics> metrics = figures.metrics(List.of(run.runId()));
    List<String> names = List.copyOf(run.parameters().keySet());
    return new ReportModel(
        run.text(Columns.STRATEGY) + " on " + run.instruments(),
        "",
        run.currency(),
        setsTried,
        List.of(new Window(WINDOW, run.dates())),
        ReportModel.NOT_RANKED,
        names,
        ranking(metrics),
        List.of(),
        figures.curves(Map.of(WINDOW, run.runId()), metrics),
        List.of(),
        failures(),
        run.identity().assumptions(),
        facts(),
        run.dataVersions(),
        RunRow.warnings(List.of(run)));
  }

  private List<RankedSet> ranking(Map<String, RunMetrics> metrics) {
    RunMetrics own = metrics.get(run.runId());
    return own == null
        ? List.of()
        : List.of(
            new RankedSet(
                1, List.copyOf(run.parameters().values()), List.of(new Figures(run.runId(), own))));
  }

  private List<FailedRun> failures() {
    return run.isCompleted()
        ? List.of()
        : List.of(
            new FailedRun(
                run.runId(),
                run.text(Columns.PARAMETERS_JSON),
                run.text(Columns.STATUS) + " " + run.text(Columns.REASON),
                run.text(Columns.DETAIL)));
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Run", run.runId()));
    facts.add(new Fact("Strategy", run.text(Columns.STRATEGY)));
    facts.add(new Fact("Parameters", run.text(Columns.PARAMETERS_JSON)));
    facts.add(new Fact("Instruments", run.instruments()));
    facts.addAll(run.provenance());
    return facts;
  }
}
