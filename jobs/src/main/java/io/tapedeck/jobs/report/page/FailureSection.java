package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import io.tapedeck.jobs.report.ReportModel.Failures;
import io.tapedeck.jobs.report.ReportModel.Reason;
import java.io.IOException;

/** Runs without figures, and why. */
final class FailureSection implements Section {
  private final Failures failures;

  FailureSection(ReportModel model) {
    this.failures = model.failures();
  }

  @Override
  public String id() {
    return "failures";
  }

  @Override
  public String heading() {
    return "Failed runs";
  }

  @Override
  public boolean isThere() {
    return failures.count() > 0;
  }

  @Override
  public void write(Html html) throws IOException {
    Table reasons =
        new Table(html, "Runs without figures: " + Figure.count(failures.count()), "words");
    reasons.head("Reason", "Runs");
    for (Reason reason : failures.reasons()) {
      reasons.row(reason.reason(), Figure.count(reason.runs()));
    }
    reasons.end();
    String caption =
        failures.shown().size() < failures.count()
            ? "The first " + Figure.count(failures.shown().size()) + " of them"
            : "Each of them";
    Chart.openNumbers(html, caption);
    Table table = new Table(html, caption, "words");
    table.head("Run", "Parameters", "Reason", "Detail");
    for (FailedRun run : failures.shown()) {
      table.row(run.runId(), run.parameters(), run.reason(), run.detail());
    }
    table.end();
    html.close();
  }
}
