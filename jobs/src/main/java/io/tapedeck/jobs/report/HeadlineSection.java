package io.tapedeck.jobs.report;

import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Window;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The question, the best set's figures with the number of sets tried beside each, the warnings. */
final class HeadlineSection {
  private static final List<ReportMetric> SHOWN =
      List.of(
          ReportMetric.TOTAL_RETURN,
          ReportMetric.SHARPE,
          ReportMetric.MAX_DRAWDOWN,
          ReportMetric.ROUND_TRIPS,
          ReportMetric.FEES);

  /** Below this many sessions a figure for a year comes with a word of caution. */
  private static final int FEW_SESSIONS = 60;

  private final ReportModel model;
  private final Html html;

  HeadlineSection(ReportModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void write() throws IOException {
    html.open("header");
    html.element("h1", model.title());
    if (!model.question().isEmpty()) {
      html.element("p", model.question(), "class", "question");
    }
    html.close();
    if (model.ranking().isEmpty()) {
      html.element(
          "p", "No run came to its end, so there are no figures: see the failed runs below.");
    } else {
      best(model.ranking().get(0));
    }
    warnings();
  }

  private void best(RankedSet best) throws IOException {
    html.open("section", "aria-labelledby", "headline");
    html.element("h2", model.isRanked() ? "The best set" : "The run", "id", "headline");
    html.element("p", lead(best));
    for (int window = 0; window < model.windows().size(); window++) {
      cards(model.windows().get(window), best.outcomes().get(window));
    }
    fewSessions(best);
    html.close();
  }

  private String lead(RankedSet best) {
    String parameters =
        IntStream.range(0, model.parameterNames().size())
            .mapToObj(i -> model.parameterNames().get(i) + " " + best.parameters().get(i))
            .collect(Collectors.joining(", "));
    if (!model.isRanked()) {
      return parameters.isEmpty() ? "A strategy without parameters." : parameters + ".";
    }
    return parameters
        + ": first of "
        + Figure.count(model.setsTried())
        + " sets by "
        + model.rankedBy()
        + ". The best of many sets looks better than it is, most of all on the dates it was chosen"
        + " by.";
  }

  private void cards(Window window, WindowOutcome outcome) throws IOException {
    html.open("h3").text(window.name() + " ");
    html.element("span", window.dates(), "class", "quiet").close();
    if (outcome instanceof WindowOutcome.NoFigures none) {
      html.element("p", "No figures: " + none.reason());
      return;
    }
    html.open("dl", "class", "cards");
    for (ReportMetric metric : SHOWN) {
      html.open("div");
      html.element("dt", metric.label());
      html.figure("dd", metric.of(outcome, model.currency()), "class", "number");
      html.element("dd", tried(), "class", "quiet");
      html.close();
    }
    html.close();
  }

  private void fewSessions(RankedSet best) throws IOException {
    int fewest =
        best.outcomes().stream()
            .filter(WindowOutcome.Figures.class::isInstance)
            .mapToInt(outcome -> ((WindowOutcome.Figures) outcome).metrics().sessions())
            .min()
            .orElse(FEW_SESSIONS);
    if (fewest < FEW_SESSIONS) {
      html.element(
          "p",
          "Figures for a year, such as the Sharpe ratio, are reckoned from as few as "
              + fewest
              + " sessions here: they say next to nothing.",
          "class",
          "quiet");
    }
  }

  private String tried() {
    if (model.setsTried() == 1) {
      return "1 set tried";
    }
    return (model.isRanked() ? "best of " : "one of ") + Figure.count(model.setsTried()) + " sets";
  }

  private void warnings() throws IOException {
    if (model.warnings().isEmpty()) {
      return;
    }
    html.open("section", "class", "warnings", "aria-labelledby", "warnings");
    html.element("h2", "Warnings", "id", "warnings");
    html.open("ul");
    for (String warning : model.warnings()) {
      html.element("li", warning);
    }
    html.close().close();
  }
}
