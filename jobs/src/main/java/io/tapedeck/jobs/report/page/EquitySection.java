package io.tapedeck.jobs.report.page;

import io.tapedeck.core.account.DailyEquity;
import io.tapedeck.jobs.report.EquityCurve;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.RunDetail;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Equity over drawdown at session closes, on one axis of time, and the table behind them. */
final class EquitySection implements Section {
  static final String EQUITY = "equity";
  static final String UNDERWATER = "underwater";

  /** More sessions than this are listed by the last of each month. */
  private static final int MOST_LISTED = 750;

  private final ReportModel model;

  EquitySection(ReportModel model) {
    this.model = model;
  }

  /** Name of what a run is compared with. */
  static String held(RunDetail detail) {
    return detail.benchmark().symbol() + " held";
  }

  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String heading() {
    return "Equity and drawdown";
  }

  @Override
  public boolean isThere() {
    return !model.details().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    html.element(
        "p",
        "At session closes; between them equity may have been lower, which the maximum drawdown"
            + " above counts."
            + (model.details().size() > 1 ? " Each window starts anew with the same cash." : ""),
        "class",
        "quiet");
    html.open("div", "class", "bar");
    Legend.windows(model.details(), html);
    html.element(
        "button",
        "Logarithmic scale",
        "type",
        "button",
        "class",
        "toggle",
        "aria-pressed",
        "false",
        "data-log",
        EQUITY);
    html.close();
    Chart.drawn(
        html, EQUITY, "Equity, " + model.currency().code(), spoken("Equity at session closes"));
    Chart.drawn(
        html, UNDERWATER, "Drawdown from the highest close so far", spoken("Drawdown at closes"));
    for (RunDetail detail : model.details()) {
      days(detail, html);
    }
  }

  private String spoken(String caption) {
    StringBuilder text = new StringBuilder(caption);
    for (RunDetail detail : model.details()) {
      EquityCurve curve = detail.curve();
      List<Long> equity = curve.equity();
      text.append("; ")
          .append(curve.window())
          .append(": from ")
          .append(money(curve.startEquity()))
          .append(" to ")
          .append(money(equity.get(equity.size() - 1)))
          .append(", deepest drawdown at a close ")
          .append(Figure.percent(Collections.min(curve.underwater())));
    }
    return text.append(". The table below has every value.").toString();
  }

  private void days(RunDetail detail, Html html) throws IOException {
    EquityCurve curve = detail.curve();
    boolean isHeld = detail.benchmark().isGiven();
    Chart.openNumbersOf(html, curve.window());
    Table table =
        new Table(
            html,
            curve.days().size() > MOST_LISTED
                ? "Books at the last close of each month, " + curve.window()
                : "Books at session closes, " + curve.window(),
            "days");
    List<String> labels =
        new ArrayList<>(
            List.of("Session", "Equity", "Return", "Drawdown", "Fees so far", "Traded"));
    if (isHeld) {
      labels.add(detail.benchmark().symbol() + " held");
    }
    table.head(labels.toArray(String[]::new));
    List<Double> returns = curve.dailyReturns();
    List<Double> underwater = curve.underwater();
    row(table, detail, -1, "start", curve.startEquity(), Figure.NONE, 0, 0, 0);
    for (int day = 0; day < curve.days().size(); day++) {
      DailyEquity books = curve.days().get(day);
      if (isListed(curve.days(), day)) {
        row(
            table,
            detail,
            day,
            books.date().toString(),
            books.equity(),
            Figure.percent(returns.get(day)),
            underwater.get(day + 1),
            books.fees(),
            books.notionalTraded());
      }
    }
    table.end();
    html.close();
  }

  private void row(
      Table table,
      RunDetail detail,
      int day,
      String date,
      long equity,
      String dayReturn,
      double depth,
      long fees,
      long traded)
      throws IOException {
    List<String> cells =
        new ArrayList<>(
            List.of(money(equity), dayReturn, Figure.percent(depth), money(fees), money(traded)));
    if (detail.benchmark().isGiven()) {
      double held = detail.benchmark().equity().get(day + 1);
      cells.add(Figure.money(held, model.currency()));
    }
    table.row(date, cells.toArray(String[]::new));
  }

  private static boolean isListed(List<DailyEquity> days, int day) {
    return days.size() <= MOST_LISTED
        || day + 1 == days.size()
        || !YearMonth.from(days.get(day).date()).equals(YearMonth.from(days.get(day + 1).date()));
  }

  private String money(long money) {
    return Figure.money(money, model.currency());
  }
}
