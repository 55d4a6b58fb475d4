package io.tapedeck.jobs.report;

import java.io.IOException;

/**
 * Writes a report as one HTML file: styles, scripts and numbers are inside it, it loads nothing,
 * and its content security policy lets only its own two scripts run. The same model gives the same
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
    Asset chartStyle = Asset.ofCharts("dist/uPlot.min.css");
    Asset chartScript = Asset.ofCharts("dist/uPlot.iife.min.js");
    Asset style = Asset.own("report.css");
    Asset script = Asset.own("report.js");
    out.append("<!DOCTYPE html>\n");
    Html html = new Html(out);
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src "
            + chartStyle.policySource()
            + " "
            + style.policySource()
            + "; script-src "
            + chartScript.policySource()
            + " "
            + script.policySource());
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", model.title() + " – Tapedeck");
    html.verbatim("style", chartStyle.content());
    html.verbatim("style", style.content());
    html.close().open("body");
    body(model, html);
    html.verbatim(
        "script",
        ChartData.json(model.curves(), model.currency()),
        "type",
        "application/json",
        "id",
        "chart-data");
    html.verbatim("script", chartScript.content());
    html.verbatim("script", script.content());
    html.close().close();
  }

  private static void body(ReportModel model, Html html) throws IOException {
    html.element("a", "Skip to the ranking", "class", "skip", "href", "#ranking");
    html.open("main");
    new HeadlineSection(model, html).write();
    new CurveSection(model, html).write();
    new HeatMapSection(model, html).write();
    new RankingSection(model, html).write();
    new ProvenanceSection(model, html).write();
    html.close();
    html.element(
        "footer",
        "Made by Tapedeck. Charts: uPlot, MIT licence, © Leon Sorokin; its notice is in this file.");
  }
}
