package io.tapedeck.jobs.report;

import io.tapedeck.core.account.DailyEquity;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Equity and drawdown of the best set at session closes: two charts, and the table behind them. */
final class CurveSection {
  private final ReportModel model;
  private final Html html;

  CurveSection(ReportModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void write() throws IOException {
    if (model.curves().isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "curves");
    html.element("h2", "Equity and drawdown", "id", "curves");
    html.element(
        "p",
        "At session closes; between them equity may have been lower, which the maximum drawdown"
            + " above counts. Each window starts anew with the same cash.",
        "class",
        "quiet");
    chart("equity", "Equity, " + model.currency().code());
    chart("underwater", "Drawdown from the highest close so far");
    for (EquityCurve curve : model.curves()) {
      days(curve);
    }
    html.close();
  }

  private void chart(String id, String caption) throws IOException {
    html.open("figure");
    html.element("figcaption", caption);
    html.element(
        "div", "", "id", id, "class", "chart", "role", "img", "aria-label", spoken(caption));
    html.close();
  }

  private String spoken(String caption) {
    StringBuilder text = new StringBuilder(caption);
    for (EquityCurve curve : model.curves()) {
      List<Long> equity = curve.equity();
      text.append("; ")
          .append(curve.window())
          .append(": from ")
          .append(Figure.money(curve.startEquity(), model.currency()))
          .append(" to ")
          .append(Figure.money(equity.get(equity.size() - 1), model.currency()))
          .append(", deepest drawdown at a close ")
          .append(Figure.percent(Collections.min(curve.underwater())));
    }
    return text.append(". The table below has every value.").toString();
  }

  private void days(EquityCurve curve) throws IOException {
    html.open("details");
    html.element("summary", "Days of " + curve.window());
    Table table = new Table(html, "Books at session closes, " + curve.window());
    table.head("Session", "Equity", "Return", "Drawdown", "Fees so far", "Traded");
    List<Double> returns = curve.dailyReturns();
    List<Double> underwater = curve.underwater();
    table.row(
        "start", money(curve.startEquity()), Figure.NONE, Figure.percent(0), money(0), money(0));
    for (int day = 0; day < curve.days().size(); day++) {
      DailyEquity books = curve.days().get(day);
      table.row(
          books.date().toString(),
          money(books.equity()),
          Figure.percent(returns.get(day)),
          Figure.percent(underwater.get(day + 1)),
          money(books.fees()),
          money(books.notionalTraded()));
    }
    table.end();
    months(curve);
    html.close();
  }

  private void months(EquityCurve curve) throws IOException {
    Map<YearMonth, Double> returns = curve.monthlyReturns();
    if (returns.size() < 2) {
      return;
    }
    Table table = new Table(html, "Returns by month, " + curve.window());
    table.head("Month", "Return");
    for (Map.Entry<YearMonth, Double> month : returns.entrySet()) {
      table.row(month.getKey().toString(), Figure.percent(month.getValue()));
    }
    table.end();
  }

  private String money(long money) {
    return Figure.money(money, model.currency());
  }
}
