package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.HeatMap.Unit;
import io.tapedeck.jobs.report.MetricHistogram;
import io.tapedeck.jobs.report.ReportModel;
import io.tapedeck.jobs.report.Spread;
import java.io.IOException;
import java.util.stream.Collectors;

/** The ranked figure over all sets, windows over each other. */
final class DistributionSection implements Section {
  private final ReportModel model;
  private final MetricHistogram histogram;

  DistributionSection(ReportModel model) {
    this.model = model;
    this.histogram = model.grid().distribution();
  }

  @Override
  public String id() {
    return "all-sets";
  }

  @Override
  public String heading() {
    return "All sets tried";
  }

  @Override
  public boolean isThere() {
    return histogram.bins() > 0;
  }

  @Override
  public void write(Html html) throws IOException {
    html.element(
        "p",
        "Every one of the "
            + Figure.count(model.setsTried())
            + " sets by "
            + metric()
            + ". If the best stands alone far on the right it is more likely luck; a test that lies"
            + " left of the training says how much of it does not last.",
        "class",
        "quiet");
    Legend.names(model, html);
    drawing(html);
    marks(html);
    spreads(html);
    numbers(html);
  }

  private String metric() {
    return model.rankedBy().replaceAll(" over .*", "");
  }

  private void drawing(Html html) throws IOException {
    int most =
        histogram.lines().stream()
            .flatMap(line -> line.counts().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(1);
    Chart.open(html, "Sets by " + metric(), spoken(), "class", "chart");
    Bars bars = new Bars(html, histogram.bins(), most);
    for (int i = 0; i < histogram.lines().size(); i++) {
      bars.series(Legend.style(i), histogram.lines().get(i).counts());
    }
    bars.mark("zero", share(0));
    for (int i = 0; i < histogram.lines().size(); i++) {
      bars.mark("best " + Legend.style(i), within(share(histogram.lines().get(i).best())));
    }
    for (int bin = 0; bin < histogram.bins(); bin++) {
      bars.tip(bin, range(bin) + ": " + counts(bin));
    }
    bars.end(label(0), label(histogram.bins() / 2), label(histogram.bins()));
    Chart.close(html);
  }

  private void marks(Html html) throws IOException {
    Legend legend = new Legend(html);
    for (int i = 0; i < histogram.lines().size(); i++) {
      MetricHistogram.Line line = histogram.lines().get(i);
      legend.entry(
          "mark-best " + Legend.style(i), "best set, " + line.window() + ": " + unit(line.best()));
    }
    legend.entry("mark-zero", "zero").end();
  }

  private String spoken() {
    return "Histogram of "
        + metric()
        + " over all sets: "
        + histogram.lines().stream()
            .map(
                line ->
                    line.window()
                        + " median "
                        + unit(line.median())
                        + ", best set "
                        + unit(line.best()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private void spreads(Html html) throws IOException {
    Table table = new Table(html, "All sets, by " + metric());
    table.head("Window", "Sets with a figure", "Above zero", "Lowest", "Median", "Highest");
    for (Spread spread : model.grid().spreads()) {
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

  private void numbers(Html html) throws IOException {
    Chart.openNumbers(html, "Numbers of the histogram");
    Table table = new Table(html, "Sets by " + metric());
    String[] head = new String[histogram.lines().size() + 1];
    head[0] = "Range";
    for (int i = 0; i < histogram.lines().size(); i++) {
      head[i + 1] = histogram.lines().get(i).window();
    }
    table.head(head);
    for (int bin = 0; bin < histogram.bins(); bin++) {
      int place = bin;
      table.row(
          range(bin),
          histogram.lines().stream()
              .map(line -> Figure.count(line.counts().get(place)))
              .toArray(String[]::new));
    }
    table.end();
    html.close();
  }

  private String counts(int bin) {
    return histogram.lines().stream()
            .map(line -> line.window() + " " + Figure.count(line.counts().get(bin)))
            .collect(Collectors.joining(", "))
        + " sets";
  }

  private String range(int bin) {
    if (bin == 0 && histogram.isOpenBelow()) {
      return "below " + label(1);
    }
    if (bin == histogram.bins() - 1 && histogram.isOpenAbove()) {
      return label(bin) + " and above";
    }
    return label(bin) + " to " + label(bin + 1);
  }

  private String label(int edge) {
    return unit(histogram.edges().get(edge));
  }

  private String unit(double value) {
    Unit unit = histogram.measure().unit();
    return unit.format(value);
  }

  private double share(double value) {
    double from = histogram.edges().get(0);
    double to = histogram.edges().get(histogram.bins());
    return from < to ? (value - from) / (to - from) : Double.NaN;
  }

  /** What lies in an open bin is marked at its edge. */
  private static double within(double share) {
    return Math.min(1, Math.max(0, share));
  }
}
