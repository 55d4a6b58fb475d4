package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Background;
import io.tapedeck.jobs.report.ReportModel.DataVersion;
import io.tapedeck.jobs.report.ReportModel.Fact;
import java.io.IOException;
import java.util.List;

/** What was assumed, what was read, what to be warned of, folded: all one needs to repeat it. */
final class BackgroundBlock {
  private final Background background;

  BackgroundBlock(ReportModel model) {
    this.background = model.background();
  }

  void write(Html html) throws IOException {
    html.open("div", "class", "folded", "id", "background");
    warnings(html);
    facts("Assumptions", background.assumptions(), html);
    facts("Strategy, data and engine", background.facts(), html);
    dataVersions(html);
    html.close();
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
    html.element("summary", "Data versions");
    Table table = new Table(html, "Versions of the tables that were read", "words");
    table.head("Table", "Version");
    for (DataVersion data : background.dataVersions()) {
      table.row(data.table(), String.valueOf(data.version()));
    }
    table.end();
    html.close();
  }
}
