package io.tapedeck.jobs.report;

import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.FailedRun;
import java.io.IOException;
import java.util.List;

/** What failed, what was assumed, what was read: all that is needed to believe or repeat it. */
final class ProvenanceSection {
  private final ReportModel model;
  private final Html html;

  ProvenanceSection(ReportModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void write() throws IOException {
    failures();
    facts("assumptions", "Assumptions", model.assumptions());
    facts("runs", "What was run", model.facts());
    dataVersions();
  }

  private void failures() throws IOException {
    if (model.failures().isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "failures");
    html.element("h2", "Failed runs", "id", "failures");
    Table table = new Table(html, "Runs without figures: " + model.failures().size(), "words");
    table.head("Run", "Parameters", "Reason", "Detail");
    for (FailedRun run : model.failures()) {
      table.row(run.runId(), run.parameters(), run.reason(), run.detail());
    }
    table.end();
    html.close();
  }

  private void facts(String id, String heading, List<Fact> facts) throws IOException {
    if (facts.isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", id);
    html.element("h2", heading, "id", id);
    html.open("dl", "class", "facts");
    for (Fact fact : facts) {
      html.element("dt", fact.label()).element("dd", fact.value());
    }
    html.close().close();
  }

  private void dataVersions() throws IOException {
    if (model.dataVersions().isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "versions");
    html.element("h2", "Data that was read", "id", "versions");
    Table table = new Table(html, "Versions of the tables that were read", "words");
    table.head("Table", "Version");
    for (DataVersion data : model.dataVersions()) {
      table.row(data.table(), String.valueOf(data.version()));
    }
    table.end();
    html.close();
  }
}
