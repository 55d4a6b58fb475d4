package io.tapedeck.jobs.report.page;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.core.metrics.MonthlyReturn;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import java.io.IOException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
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
    for (MonthlyReturn month : detail.analysis().months()) {
      years
          .computeIfAbsent(month.month().getYear(), year -> new EnumMap<>(Month.class))
          .put(month.month().getMonth(), month.value());
    }
    Shade shade =
        Shade.over(detail.analysis().months().stream().mapToDouble(MonthlyReturn::value));
    List<Month> shown = shown(years);
    Grid grid = new Grid(html, "Returns by month" + of(detail), "months");
    List<String> head = new ArrayList<>(List.of("Year"));
    shown.forEach(month -> head.add(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH)));
    head.add("Whole");
    grid.head(head.toArray(String[]::new));
    for (Map.Entry<Integer, Map<Month, Double>> year : years.entrySet()) {
      year(grid, year.getKey(), year.getValue(), shown, shade);
    }
    grid.end();
  }

  /** All months, or of a single year those from its first to its last. */
  private static List<Month> shown(Map<Integer, Map<Month, Double>> years) {
    if (years.size() > 1) {
      return List.of(Month.values());
    }
    List<Month> there = List.copyOf(years.values().iterator().next().keySet());
    return List.of(Month.values())
        .subList(there.get(0).ordinal(), there.get(there.size() - 1).ordinal() + 1);
  }

  private static void year(
      Grid grid, int year, Map<Month, Double> months, List<Month> shown, Shade shade)
      throws IOException {
    grid.row(String.valueOf(year));
    double whole = 1;
    for (Month month : shown) {
      Double value = months.get(month);
      if (value == null) {
        grid.nothing();
      } else {
        whole *= 1 + value;
        grid.cell(shade.of(value), Figure.percent(value), month(year, month, value));
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
    Shade shade = Shade.over(returns.stream().mapToDouble(Double::doubleValue));
    Grid grid =
        new Grid(
            html, "Returns by session" + of(detail) + ": there are less than two months", "day");
    grid.head("Session", "Return");
    for (int i = 0; i < returns.size(); i++) {
      DailyEquity day = detail.curve().days().get(i);
      String value = Figure.percent(returns.get(i));
      grid.row(day.date().toString());
      grid.cell(shade.of(returns.get(i)), value, day.date() + ": " + value);
      grid.endRow();
    }
    grid.end();
  }

  private String of(RunDetail detail) {
    return model.details().size() > 1 ? ", " + detail.window() : "";
  }
}
