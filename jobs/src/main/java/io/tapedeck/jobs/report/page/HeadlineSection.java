package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportMetric;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.WindowOutcome;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came out, the number of sets tried beside each figure, and what speaks for and against. */
final class HeadlineSection implements Section {
  private static final List<ReportMetric> SHOWN =
      List.of(
          ReportMetric.TOTAL_RETURN,
          ReportMetric.SHARPE,
          ReportMetric.MAX_DRAWDOWN,
          ReportMetric.DRAWDOWN_DURATION,
          ReportMetric.ROUND_TRIPS,
          ReportMetric.HIT_RATE,
          ReportMetric.FEES);

  private final ReportModel model;

  HeadlineSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "result";
  }

  @Override
  public String heading() {
    return "What came out";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public void write(Html html) throws IOException {
    if (model.ranking().isEmpty()) {
      html.element(
          "p", "No run came to its end, so there are no figures: see the failed runs below.");
      return;
    }
    RankedSet best = model.ranking().get(0);
    html.element("p", Verdict.sentence(model), "class", "verdict");
    html.open("div", "class", "opening");
    html.open("div");
    figures(best, html);
    html.element("p", set(best), "class", "quiet");
    html.close();
    belief(html);
    html.close();
  }

  private void figures(RankedSet best, Html html) throws IOException {
    Table table = new Table(html, model.isRanked() ? "The best set" : "The run", "headline");
    String[] head = new String[model.windows().size() + 2];
    head[0] = "Figure";
    for (int i = 0; i < model.windows().size(); i++) {
      head[i + 1] = name(model.windows().get(i));
    }
    head[head.length - 1] = "Trials";
    table.head(head);
    for (ReportMetric metric : SHOWN) {
      String[] row = new String[head.length - 1];
      for (int i = 0; i < model.windows().size(); i++) {
        row[i] = metric.of(best.outcomes().get(i), model.currency());
      }
      row[row.length - 1] = Verdict.tried(model);
      table.row(label(metric), row);
    }
    table.end();
    for (WindowOutcome outcome : best.outcomes()) {
      if (outcome instanceof WindowOutcome.NoFigures none) {
        html.element("p", "No figures: " + none.reason());
      }
    }
  }

  private String label(ReportMetric metric) {
    return metric == ReportMetric.FEES
        ? metric.label() + ", " + model.currency().code()
        : metric.label();
  }

  private static String name(Window window) {
    return window.name().equals("all") ? "Value" : window.name();
  }

  private String set(RankedSet best) {
    String parameters =
        IntStream.range(0, model.parameterNames().size())
            .mapToObj(i -> model.parameterNames().get(i) + " " + best.parameters().get(i))
            .collect(Collectors.joining(", "));
    if (parameters.isEmpty()) {
      return "A strategy without parameters.";
    }
    return model.isRanked()
        ? parameters
            + ": first of "
            + Figure.count(model.setsTried())
            + " sets by "
            + model.rankedBy()
            + "."
        : parameters + ".";
  }

  private void belief(Html html) throws IOException {
    html.open("div", "class", "belief");
    html.element("h3", "Can it be believed?");
    html.open("ul");
    for (Verdict.Point point : Verdict.points(model)) {
      html.open("li", "class", point.isCaution() ? "caution" : "fine");
      if (point.isCaution()) {
        html.element("span", "Caution: ", "class", "spoken");
      }
      if (point.anchor().isEmpty()) {
        html.text(point.sentence());
      } else {
        html.element("a", point.sentence(), "href", "#" + point.anchor());
      }
      html.close();
    }
    html.close().close();
  }
}
