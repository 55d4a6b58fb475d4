package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.ReportModel;
import java.io.IOException;
import java.util.List;

/**
 * Writes a report as one HTML file: styles, scripts and numbers are inside it, it loads nothing,
 * and its content security policy lets only its own scripts run. The same model gives the same
 * bytes.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the whole page.
   *
   * @param out not closed
   */
  public static void write(ReportModel model, Appendable out) throws IOException {
    Html html = new Html(out);
    Shell shell =
        new Shell(
            model.heading().title(),
            List.of(Asset.ofCharts("dist/uPlot.min.css"), Asset.own("page.css")),
            List.of(
                Asset.ofCharts("dist/uPlot.iife.min.js"),
                Asset.own("page.js"),
                Asset.own("charts.js")));
    shell.open(html, ReportMeta.of(model).json());
    html.element("a", "Skip to the result", "class", "skip", "href", "#result");
    List<Section> sections = sections(model).stream().filter(Section::isThere).toList();
    contents(sections, html);
    html.open("main");
    new TitleBlock(model).write(html);
    for (Section section : sections) {
      html.open("section", "aria-labelledby", section.id());
      html.element("h2", section.heading(), "id", section.id());
      section.write(html);
      html.close();
    }
    html.close();
    footer(html);
    html.element("div", "", "id", "live", "class", "spoken", "aria-live", "polite");
    html.verbatim(
        "script", ChartData.of(model).json(), "type", "application/json", "id", "chart-data");
    shell.close(html);
  }

  /** In the order of a reader: what came out, how it went, what else was tried, what it cost. */
  private static List<Section> sections(ReportModel model) {
    return List.of(
        new HeadlineSection(model),
        new EquitySection(model),
        new MonthsSection(model),
        new RollingSection(model),
        new ReturnsSection(model),
        new DistributionSection(model),
        new HeatMapSection(model),
        new SliceSection(model),
        new RankingSection(model),
        new TradesSection(model),
        new CostSection(model),
        new DrawdownSection(model),
        new FailureSection(model),
        new FiguresSection(model));
  }

  private static void contents(List<Section> sections, Html html) throws IOException {
    html.open("nav", "class", "contents", "aria-label", "Sections").open("ul");
    for (Section section : sections) {
      html.open("li");
      html.element("a", section.heading(), "href", "#" + section.id());
      html.close();
    }
    html.close().close();
  }

  private static void footer(Html html) throws IOException {
    html.element(
        "footer",
        "Made by Tapedeck. Charts: uPlot, MIT licence, © Leon Sorokin; its notice is in this file.");
  }
}
