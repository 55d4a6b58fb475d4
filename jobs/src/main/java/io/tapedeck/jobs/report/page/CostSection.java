package io.tapedeck.jobs.report.page;

import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.WindowOutcome;
import io.tapedeck.jobs.report.WindowOutcome.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** What trading cost, by cause, and what share of the start equity it is. */
final class CostSection implements Section {
  private final ReportModel model;

  CostSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "costs";
  }

  @Override
  public String heading() {
    return "Costs";
  }

  @Override
  public boolean isThere() {
    return !model.ranking().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    html.element(
        "p",
        "Profit before fees and financing, less both, is the change of equity. Slippage and spread"
            + " are in the prices paid and so in that profit already. The shortfall compares all"
            + " orders with paper: delay, execution, fees and what was missed.",
        "class",
        "quiet");
    Table table = new Table(html, "Costs of the " + whose() + ", " + model.currency().code());
    List<String> head = new ArrayList<>(List.of("Cause"));
    model
        .windows()
        .forEach(
            window -> {
              head.add(window.name().equals("all") ? "Money" : window.name());
              head.add("of start equity");
            });
    table.head(head.toArray(String[]::new));
    row(table, "Profit before fees and financing", run -> run.realised() + run.unrealised());
    row(table, "Fees", RunMetrics::fees);
    row(table, "Financing", RunMetrics::financing);
    row(table, "Change of equity", run -> run.endEquity() - run.startEquity());
    row(table, "Slippage, in the prices", RunMetrics::slippage);
    row(table, "Spread, in the prices", RunMetrics::spreadCost);
    row(table, "Implementation shortfall", RunMetrics::implementationShortfall);
    table.end();
  }

  private String whose() {
    return model.isRanked() ? "best of " + Figure.count(model.setsTried()) + " sets" : "run";
  }

  private void row(Table table, String name, ToLongFunction<RunMetrics> money) throws IOException {
    List<String> cells = new ArrayList<>();
    for (WindowOutcome outcome : model.ranking().get(0).outcomes()) {
      if (outcome instanceof Figures figures) {
        RunMetrics run = figures.metrics();
        cells.add(Figure.money(money.applyAsLong(run), model.currency()));
        cells.add(Figure.percent((double) money.applyAsLong(run) / run.startEquity()));
      } else {
        cells.add(Figure.NONE);
        cells.add(Figure.NONE);
      }
    }
    table.row(name, cells.toArray(String[]::new));
  }
}
