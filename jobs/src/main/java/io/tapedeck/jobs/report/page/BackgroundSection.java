package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Background;
import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.jobs.report.ReportModel.Fact;
import java.io.IOException;
import java.util.List;

/** What was assumed, what was read, what to be warned of: all that is needed to repeat it. */
final class BackgroundSection implements Section {
  private final Background background;

  BackgroundSection(ReportModel model) {
    this.background = model.background();
  }

  @Override
  public String id() {
    return "background";
  }

  @Override
  public String heading() {
    return "What was run";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public void write(Html html) throws IOException {
    warnings(html);
    facts("Assumptions", background.assumptions(), html);
    facts("Strategy, data and engine", background.facts(), html);
    dataVersions(html);
  }

  private void warnings(Html html) throws IOException {
    if (background.warnings().isEmpty()) {
      return;
    }
    html.open("details", "class", "paper warnings", "id", "warnings");
    html.element("summary", "Warnings: " + background.warnings().size());
    html.open("ul");
    for (String warning : background.warnings()) {
      html.element("li", warning);
    }
    html.close().close();
  }

  private static void facts(String summary, List<Fact> facts, Html html) throws IOException {
    if (facts.isEmpty()) {
      return;
    }
    html.open("details", "class", "paper");
    html.element("summary", summary);
    html.open("dl", "class", "facts");
    for (Fact fact : facts) {
      html.element("dt", fact.label()).element("dd", fact.value());
    }
    html.close().close();
  }

  private void dataVersions(Html html) throws IOException {
    if (background.dataVersions().isEmpty()) {
      return;
    }
    html.open("details", "class", "paper");
    html.element("summary", "Versions of the tables that were read");
    Table table = new Table(html, "Versions of the tables that were read", "words");
    table.head("Table", "Version");
    for (DataVersion data : background.dataVersions()) {
      table.row(data.table(), String.valueOf(data.version()));
    }
    table.end();
    html.close();
  }
}
