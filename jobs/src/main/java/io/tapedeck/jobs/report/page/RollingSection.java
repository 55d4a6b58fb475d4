package io.tapedeck.jobs.report.page;

import io.tapedeck.core.metrics.DatedFigure;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Sharpe ratio of each quarter of a year, or why there is none. */
final class RollingSection implements Section {
  static final String CHART = "rolling";

  private static final int MOST_LISTED = 750;

  private final ReportModel model;

  RollingSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "rolling-sharpe";
  }

  @Override
  public String heading() {
    return "Rolling Sharpe";
  }

  @Override
  public boolean isThere() {
    return !model.details().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    List<RunDetail> drawn = new ArrayList<>();
    for (RunDetail detail : model.details()) {
      if (detail.analysis().rollingSharpe().isEmpty()) {
        html.element("p", why(detail), "class", "quiet");
      } else {
        drawn.add(detail);
      }
    }
    if (drawn.isEmpty()) {
      return;
    }
    Chart.drawn(html, CHART, "Sharpe ratio of the last quarter of a year", spoken(drawn));
    for (RunDetail detail : drawn) {
      numbers(detail, html);
    }
  }

  private static String why(RunDetail detail) {
    String window = "Not drawn for " + detail.window() + ": ";
    return detail.rollingSessions() == 0
        ? window + "its session returns do not vary."
        : window
            + "a window is a quarter of a year, "
            + detail.rollingSessions()
            + " sessions, and there are "
            + detail.curve().days().size()
            + ".";
  }

  private static String spoken(List<RunDetail> drawn) {
    StringBuilder text = new StringBuilder("Rolling Sharpe ratio");
    for (RunDetail detail : drawn) {
      List<DatedFigure> figures = detail.analysis().rollingSharpe();
      text.append("; ")
          .append(detail.window())
          .append(": windows of ")
          .append(detail.rollingSessions())
          .append(" sessions, from ")
          .append(extreme(figures, -1))
          .append(" to ")
          .append(extreme(figures, 1))
          .append(", last ")
          .append(Figure.ratio(figures.get(figures.size() - 1).value()));
    }
    return text.append(". The table below has every value.").toString();
  }

  private static String extreme(List<DatedFigure> figures, int sign) {
    return Figure.ratio(
        sign
            * figures.stream()
                .mapToDouble(figure -> sign * figure.value())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN));
  }

  private static void numbers(RunDetail detail, Html html) throws IOException {
    List<DatedFigure> figures = detail.analysis().rollingSharpe();
    int step = (figures.size() + MOST_LISTED - 1) / MOST_LISTED;
    Chart.openNumbersOf(html, detail.window());
    Table table =
        new Table(
            html,
            "Sharpe ratio of " + detail.rollingSessions() + " sessions, " + detail.window(),
            "days");
    table.head("Last session", "Sharpe");
    for (int i = 0; i < figures.size(); i += step) {
      table.row(figures.get(i).date().toString(), Figure.ratio(figures.get(i).value()));
    }
    table.end();
    html.close();
  }
}
