package io.tapedeck.jobs.report.page;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.metrics.MonthlyReturn;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import java.io.IOException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Returns by month and year; by session where there are less than two months. */
final class MonthsSection implements Section {
  private static final int FEWEST_MONTHS = 2;

  private final ReportModel model;

  MonthsSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "months";
  }

  @Override
  public String heading() {
    return "Returns by month";
  }

  @Override
  public boolean isThere() {
    return !model.details().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    for (RunDetail detail : model.details()) {
      if (detail.analysis().months().size() >= FEWEST_MONTHS) {
        months(detail, html);
      } else {
        days(detail, html);
      }
    }
  }

  private void months(RunDetail detail, Html html) throws IOException {
    Map<Integer, Map<Month, Double>> years = new TreeMap<>();
    double reach = 0;
    for (MonthlyReturn month : detail.analysis().months()) {
      years
          .computeIfAbsent(month.month().getYear(), year -> new EnumMap<>(Month.class))
          .put(month.month().getMonth(), month.value());
      reach = Double.isNaN(month.value()) ? reach : Math.max(reach, Math.abs(month.value()));
    }
    Grid grid = new Grid(html, "Returns by month" + of(detail), "months");
    String[] head = new String[Month.values().length + 2];
    head[0] = "Year";
    for (Month month : Month.values()) {
      head[month.getValue()] = month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
    head[head.length - 1] = "Year";
    grid.head(head);
    for (Map.Entry<Integer, Map<Month, Double>> year : years.entrySet()) {
      year(grid, year.getKey(), year.getValue(), reach);
    }
    grid.end();
  }

  private static void year(Grid grid, int year, Map<Month, Double> months, double reach)
      throws IOException {
    grid.row(String.valueOf(year));
    double whole = 1;
    for (Month month : Month.values()) {
      Double value = months.get(month);
      if (value == null) {
        grid.nothing();
      } else {
        whole *= 1 + value;
        grid.cell(Shade.of(value, reach), Figure.percent(value), month(year, month, value));
      }
    }
    grid.cell("sum", Figure.percent(whole - 1), year + ": " + Figure.percent(whole - 1));
    grid.endRow();
  }

  private static String month(int year, Month month, double value) {
    return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
        + " "
        + year
        + ": "
        + Figure.percent(value);
  }

  private void days(RunDetail detail, Html html) throws IOException {
    List<Double> returns = detail.curve().dailyReturns();
    double reach = returns.stream().filter(Double::isFinite).mapToDouble(Math::abs).max().orElse(0);
    Grid grid =
        new Grid(
            html, "Returns by session" + of(detail) + ": there are less than two months", "day");
    grid.head("Session", "Return");
    for (int i = 0; i < returns.size(); i++) {
      DailyEquity day = detail.curve().days().get(i);
      String value = Figure.percent(returns.get(i));
      grid.row(day.date().toString());
      grid.cell(Shade.of(returns.get(i), reach), value, day.date() + ": " + value);
      grid.endRow();
    }
    grid.end();
  }

  private String of(RunDetail detail) {
    return model.details().size() > 1 ? ", " + detail.window() : "";
  }
}
