package io.tapedeck.jobs.report;

import io.tapedeck.jobs.report.ReportModel.RankedSet;
import io.tapedeck.jobs.report.ReportModel.Spread;
import io.tapedeck.jobs.report.ReportModel.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sets in order, windows side by side; then every figure of the best one. */
final class RankingSection {
  private final ReportModel model;
  private final Html html;

  RankingSection(ReportModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void write() throws IOException {
    if (model.ranking().isEmpty()) {
      return;
    }
    if (model.isRanked()) {
      html.open("section", "aria-labelledby", "ranking");
      html.element("h2", "Ranking", "id", "ranking");
      spreads();
      html.element("p", scope(), "class", "quiet");
      ranking();
      html.close();
    }
    html.open("section", "aria-labelledby", "figures");
    html.element(
        "h2", model.isRanked() ? "All figures of the best set" : "All figures", "id", "figures");
    allFigures(model.ranking().get(0));
    html.close();
  }

  private void spreads() throws IOException {
    Table table = new Table(html, "All sets, by " + model.rankedBy().replaceAll(" over .*", ""));
    table.head("Window", "Sets with a figure", "Above zero", "Lowest", "Median", "Highest");
    for (Spread spread : model.spreads()) {
      table.row(
          spread.window(),
          Figure.count(spread.sets()),
          Figure.count(spread.positive()),
          spread.unit().format(spread.lowest()),
          spread.unit().format(spread.median()),
          spread.unit().format(spread.highest()));
    }
    table.end();
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

  private void ranking() throws IOException {
    String caption = "Ranking by " + model.rankedBy();
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
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
      row(set);
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

  private void row(RankedSet set) throws IOException {
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

  private void allFigures(RankedSet best) throws IOException {
    Table table =
        new Table(
            html,
            (model.isRanked() ? "Rank 1 of " : "One of ")
                + Figure.count(model.setsTried())
                + " sets tried",
            "figures");
    List<String> labels = new ArrayList<>(List.of("Figure"));
    model.windows().forEach(window -> labels.add(window.name()));
    labels.add("Meaning");
    table.head(labels.toArray(String[]::new));
    for (ReportMetric metric : ReportMetric.values()) {
      List<String> figures = new ArrayList<>();
      best.outcomes().forEach(outcome -> figures.add(metric.of(outcome, model.currency())));
      figures.add(metric.meaning());
      table.row(metric.label(), figures.toArray(String[]::new));
    }
    table.end();
  }
}
