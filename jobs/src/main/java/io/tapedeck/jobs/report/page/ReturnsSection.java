package io.tapedeck.jobs.report.page;

import io.tapedeck.core.metrics.ReturnDistribution;
import io.tapedeck.core.metrics.ReturnDistribution.Bin;
import io.tapedeck.core.metrics.RunMetrics;
import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.ReportModel.Window;
import io.tapedeck.jobs.report.RunDetail;
import io.tapedeck.jobs.report.WindowOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How session returns are distributed, with both tails and what is lost in the lower one. */
final class ReturnsSection implements Section {
  private final ReportModel model;

  ReturnsSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "returns";
  }

  @Override
  public String heading() {
    return "Session returns";
  }

  @Override
  public boolean isThere() {
    return !model.details().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    html.open("div", "class", "pair");
    for (int i = 0; i < model.details().size(); i++) {
      RunDetail detail = model.details().get(i);
      html.open("div");
      if (detail.analysis().distribution().sessions() == 0) {
        html.element(
            "p",
            "Not drawn for " + detail.window() + ": there are fewer than two session returns.",
            "class",
            "quiet");
      } else {
        histogram(detail, Legend.style(i), html);
        numbers(detail, html);
      }
      html.close();
    }
    html.close();
  }

  private void histogram(RunDetail detail, String style, Html html) throws IOException {
    ReturnDistribution returns = detail.analysis().distribution();
    List<Bin> bins = returns.bins();
    RunMetrics run = metrics(detail);
    Chart.open(html, "Session returns, " + detail.window(), spoken(returns, run), "class", "chart");
    Bars bars = new Bars(html, bins.size(), bins.stream().mapToInt(Bin::sessions).max().orElse(1));
    bars.series(style, bins.stream().map(Bin::sessions).toList());
    bars.mark("zero", share(bins, 0));
    bars.mark("var", share(bins, -run.valueAtRisk95()));
    bars.mark("es", share(bins, -run.expectedShortfall95()));
    for (int i = 0; i < bins.size(); i++) {
      bars.tip(i, words(bins.get(i)));
    }
    bars.end(
        Figure.percent(bins.get(0).from()),
        Figure.percent((bins.get(0).from() + bins.get(bins.size() - 1).to()) / 2),
        Figure.percent(bins.get(bins.size() - 1).to()));
    Chart.close(html);
    new Legend(html)
        .entry("mark-var", "VaR 95%: " + Figure.percent(-run.valueAtRisk95()))
        .entry("mark-es", "ES 95%: " + Figure.percent(-run.expectedShortfall95()))
        .entry("mark-zero", "zero")
        .end();
  }

  private static String words(Bin bin) {
    return Figure.percent(bin.from())
        + " to "
        + Figure.percent(bin.to())
        + ": "
        + Figure.count(bin.sessions())
        + (bin.sessions() == 1 ? " session" : " sessions");
  }

  private static double share(List<Bin> bins, double value) {
    double from = bins.get(0).from();
    double to = bins.get(bins.size() - 1).to();
    return from < to ? (value - from) / (to - from) : Double.NaN;
  }

  private static String spoken(ReturnDistribution returns, RunMetrics run) {
    return "Histogram of "
        + returns.sessions()
        + " session returns: mean "
        + Figure.percent(returns.mean())
        + ", from "
        + Figure.percent(returns.worst().orElseThrow().value())
        + " to "
        + Figure.percent(returns.best().orElseThrow().value())
        + ", value at risk 95% "
        + Figure.percent(-run.valueAtRisk95())
        + ", expected shortfall 95% "
        + Figure.percent(-run.expectedShortfall95())
        + ".";
  }

  private void numbers(RunDetail detail, Html html) throws IOException {
    ReturnDistribution returns = detail.analysis().distribution();
    Chart.openNumbersOf(html, detail.window());
    Table table = new Table(html, "Session returns, " + detail.window());
    table.head("Figure", "Value");
    table.row("Sessions", Figure.count(returns.sessions()));
    table.row("Mean", Figure.percent(returns.mean()));
    table.row("Deviation", Figure.percent(returns.deviation()));
    table.row("Skewness", Figure.ratio(returns.skewness()));
    table.row("Kurtosis", Figure.ratio(returns.kurtosis()));
    table.row("Above zero", Figure.percent(returns.positiveShare()));
    for (Map.Entry<Integer, Double> each : returns.percentiles().entrySet()) {
      table.row(each.getKey() + "% quantile", Figure.percent(each.getValue()));
    }
    table.row(
        "Best, " + returns.best().orElseThrow().date(),
        Figure.percent(returns.best().orElseThrow().value()));
    table.row(
        "Worst, " + returns.worst().orElseThrow().date(),
        Figure.percent(returns.worst().orElseThrow().value()));
    table.end();
    Table bins = new Table(html, "Bins of the histogram, " + detail.window());
    bins.head("Return", "Sessions");
    for (Bin bin : returns.bins()) {
      bins.row(
          Figure.percent(bin.from()) + " to " + Figure.percent(bin.to()),
          Figure.count(bin.sessions()));
    }
    bins.end();
    html.close();
  }

  private RunMetrics metrics(RunDetail detail) {
    List<String> windows = model.windows().stream().map(Window::name).toList();
    WindowOutcome outcome = model.ranking().get(0).outcomes().get(windows.indexOf(detail.window()));
    return ((WindowOutcome.Figures) outcome).metrics();
  }
}
