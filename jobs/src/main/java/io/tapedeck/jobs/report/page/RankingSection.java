package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportMetric;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.WindowOutcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sets in order, windows side by side. */
final class RankingSection implements Section {
  private final ReportModel model;

  RankingSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "ranking";
  }

  @Override
  public String heading() {
    return "Ranking";
  }

  @Override
  public boolean isThere() {
    return model.isRanked() && !model.ranking().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    html.element("p", scope(), "class", "quiet");
    ranking(html);
  }

  private String scope() {
    return "The first "
        + Figure.count(model.ranking().size())
        + " of "
        + Figure.count(model.setsTried())
        + " sets tried, by "
        + model.rankedBy()
        + ". A heading sorts by its column.";
  }

  private void ranking(Html html) throws IOException {
    String caption = "Ranking by " + model.rankedBy();
    html.open("div", "class", "scroll tall", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table", "class", "sortable").element("caption", caption);
    html.open("thead").open("tr");
    html.element(
        "th",
        "Set",
        "colspan",
        String.valueOf(1 + model.parameterNames().size()),
        "scope",
        "colgroup");
    for (Window window : model.windows()) {
      html.element(
          "th",
          window.name(),
          "colspan",
          String.valueOf(ReportMetric.IN_RANKING.size()),
          "scope",
          "colgroup",
          "class",
          "first");
    }
    html.close().open("tr");
    for (String label : labels()) {
      html.element("th", label, "scope", "col");
    }
    html.close().close().open("tbody");
    for (RankedSet set : model.ranking()) {
      row(set, html);
    }
    html.close().close().close();
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    labels.add("Rank");
    labels.addAll(model.parameterNames());
    for (int window = 0; window < model.windows().size(); window++) {
      ReportMetric.IN_RANKING.forEach(metric -> labels.add(metric.label()));
    }
    return labels;
  }

  private void row(RankedSet set, Html html) throws IOException {
    html.open("tr").element("th", String.valueOf(set.rank()), "scope", "row");
    for (String value : set.parameters()) {
      html.element("td", value);
    }
    for (WindowOutcome outcome : set.outcomes()) {
      for (ReportMetric metric : ReportMetric.IN_RANKING) {
        html.figure(
            "td", metric.of(outcome, model.currency()), "class", isFirst(metric) ? "first" : "");
      }
    }
    html.close();
  }

  private static boolean isFirst(ReportMetric metric) {
    return metric == ReportMetric.IN_RANKING.get(0);
  }
}
