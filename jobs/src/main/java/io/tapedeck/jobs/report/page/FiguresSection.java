package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportMetric;
import io.tapedeck.jobs.report.ReportModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Every figure of the best set, or of the run, with what it means. */
final class FiguresSection implements Section {
  private final ReportModel model;

  FiguresSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "figures";
  }

  @Override
  public String heading() {
    return "All figures";
  }

  @Override
  public boolean isThere() {
    return !model.ranking().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    Table table =
        new Table(
            html,
            (model.isRanked() ? "Rank 1 of " : "One of ")
                + Figure.count(model.setsTried())
                + " sets tried",
            "figures");
    List<String> labels = new ArrayList<>(List.of("Figure"));
    model.windows().forEach(window -> labels.add(window.name()));
    table.head(labels.toArray(String[]::new));
    for (ReportMetric metric : ReportMetric.values()) {
      List<String> figures = new ArrayList<>();
      model
          .ranking()
          .get(0)
          .outcomes()
          .forEach(outcome -> figures.add(metric.of(outcome, model.currency())));
      table.explained(metric.label(), metric.meaning(), figures.toArray(String[]::new));
    }
    table.end();
  }
}
