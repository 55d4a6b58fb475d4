package io.tapedeck.jobs.report.read;

import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.ParameterGrid;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Background;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.Failures;
import io.tapedeck.jobs.report.ReportModel.Heading;
import io.tapedeck.jobs.report.ReportModel.Kind;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Reason;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.Lake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** Reads one run's result rows into a report. */
final class RunReading {
  private static final String WINDOW = "all";

  private final Lake lake;
  private final ResultReader results;
  private final RunRow run;
  private final Tried tried;

  /**
   * What a run was picked from.
   *
   * @param sets of the largest sweep it belongs to; 1 if it belongs to none
   * @param date on which that sweep was begun; empty if there is none
   */
  record Tried(long sets, String date) {
    static final Tried ALONE = new Tried(1, "");
  }

  /**
   * Reads the run.
   *
   * @param row of `runs`
   */
  RunReading(Lake lake, ResultReader results, Row row, Tried tried) {
    this.lake = lake;
    this.results = results;
    this.run = new RunRow(row);
    this.tried = tried;
  }

  ReportModel model() {
    Map<String, RunMetrics> metrics =
        new RunFigures(results, run.currency()).metrics(List.of(run.runId()));
    return new ReportModel(
        new Heading(
            Kind.RUN,
            run.runId(),
            run.text(Columns.STRATEGY) + " on " + run.instruments(),
            "",
            tried.date()),
        run.currency(),
        tried.sets(),
        List.of(new Window(WINDOW, run.dates())),
        ReportModel.NOT_RANKED,
        List.copyOf(run.parameters().keySet()),
        ranking(metrics),
        ParameterGrid.NONE,
        new DetailReading(lake, results).details(Map.of(WINDOW, run), metrics),
        failures(),
        new Background(
            run.identity().assumptions(),
            facts(),
            run.dataVersions(),
            RunRow.warnings(List.of(run))));
  }

  private List<RankedSet> ranking(Map<String, RunMetrics> metrics) {
    RunMetrics own = metrics.get(run.runId());
    return own == null
        ? List.of()
        : List.of(
            new RankedSet(
                1, List.copyOf(run.parameters().values()), List.of(new Figures(run.runId(), own))));
  }

  private Failures failures() {
    if (run.isCompleted()) {
      return Failures.NONE;
    }
    String reason = run.text(Columns.STATUS) + " " + run.text(Columns.REASON);
    return new Failures(
        1,
        List.of(new Reason(reason, 1)),
        List.of(
            new FailedRun(
                run.runId(), run.text(Columns.PARAMETERS_JSON), reason, run.text(Columns.DETAIL))));
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
