package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Fact;
import io.tapedeck.jobs.report.ReportModel.Window;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What was run, in a few lines. */
final class TitleBlock {
  private final ReportModel model;

  TitleBlock(ReportModel model) {
    this.model = model;
  }

  void write(Html html) throws IOException {
    html.open("header");
    html.element("p", kind(), "class", "kind");
    html.element("h1", model.heading().title());
    if (!model.heading().question().isEmpty()) {
      html.element("p", model.heading().question(), "class", "question");
    }
    html.element("p", what(), "class", "run");
    html.close();
    new BackgroundBlock(model).write(html);
  }

  private String kind() {
    String date = model.heading().date();
    return (model.isRanked() ? "Sweep" : "Run")
        + " "
        + model.heading().id().substring(0, Math.min(8, model.heading().id().length()))
        + (date.isEmpty() ? "" : " · " + date);
  }

  private String what() {
    String windows =
        model.windows().stream().map(TitleBlock::window).collect(Collectors.joining(", "));
    String sets =
        Figure.count(model.setsTried())
            + (model.setsTried() == 1 ? " parameter set" : " parameter sets");
    return fact("Strategy")
        + " on "
        + fact("Instruments")
        + "; "
        + windows
        + "; "
        + sets
        + " tried. ";
  }

  private static String window(Window window) {
    return window.name().equals("all") ? window.dates() : window.name() + " " + window.dates();
  }

  private String fact(String label) {
    List<Fact> facts = model.background().facts();
    return facts.stream()
        .filter(fact -> fact.label().equals(label))
        .map(Fact::value)
        .findFirst()
        .orElse("–");
  }
}
