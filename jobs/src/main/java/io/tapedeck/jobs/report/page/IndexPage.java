package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the list of a lake's reports as one HTML file that loads nothing. */
public final class IndexPage {
  private final List<Entry> entries;
  private final int others;

  /**
   * An index.
   *
   * @param entries in the order they are shown in
   * @param others files beside them that are no reports of ours
   */
  public IndexPage(List<Entry> entries, int others) {
    this.entries = List.copyOf(entries);
    this.others = others;
  }

  /**
   * A report.
   *
   * @param file its name, beside the index
   */
  public record Entry(String file, ReportMeta meta) {}

  /**
   * Writes the whole page.
   *
   * @param out not closed
   */
  public void write(Appendable out) throws IOException {
    Html html = new Html(out);
    Shell shell =
        new Shell("Reports", List.of(Asset.own("page.css")), List.of(Asset.own("page.js")));
    shell.open(html, "");
    html.element("a", "Skip to the list", "class", "skip", "href", "#reports");
    html.open("main", "class", "index");
    html.open("header");
    html.element("p", "Tapedeck", "class", "kind");
    html.element("h1", "Reports of this lake");
    html.element(
        "p",
        Figure.count(entries.size())
            + (entries.size() == 1 ? " report" : " reports")
            + ". Beside every figure stands the number of sets it was picked from; a heading sorts"
            + " by its column.",
        "class",
        "question");
    html.close();
    html.open("section", "aria-labelledby", "reports");
    html.element("h2", "All reports", "id", "reports", "class", "spoken");
    table(html);
    if (others > 0) {
      html.element(
          "p",
          "Other files in the folder, which are no reports: " + others + ".",
          "class",
          "quiet");
    }
    html.close().close();
    html.element("footer", "Made by Tapedeck.");
    shell.close(html);
  }

  private void table(Html html) throws IOException {
    Table table = new Table(html, "Reports", Table.SORTABLE, "shelf");
    table.head(
        "Report",
        "Trials",
        "Window",
        "Return",
        "Sharpe",
        "Max drawdown",
        "Kind",
        "Begun",
        "Warnings");
    for (Entry entry : entries) {
      List<ReportMeta.Figures> figures = entry.meta().figures();
      if (figures.isEmpty()) {
        row(entry, new ReportMeta.Figures("–", Figure.NONE, Figure.NONE, Figure.NONE), html);
      }
      for (ReportMeta.Figures window : figures) {
        row(entry, window, html);
      }
    }
    table.end();
  }

  private static void row(Entry entry, ReportMeta.Figures figures, Html html) throws IOException {
    ReportMeta meta = entry.meta();
    html.open("tr").open("th", "scope", "row");
    html.element("a", meta.title(), "href", link(entry.file()));
    if (!meta.question().isEmpty() && isFirst(meta, figures)) {
      html.element("span", meta.question(), "class", "asked");
    }
    html.close();
    html.element("td", trials(meta));
    html.element("td", figures.window());
    html.figure("td", figures.totalReturn());
    html.figure("td", figures.sharpe());
    html.figure("td", figures.maxDrawdown());
    html.element("td", meta.kind());
    html.element("td", meta.date().isEmpty() ? "–" : meta.date());
    html.element("td", Figure.count(meta.warnings()));
    html.close();
  }

  /** The question stands beside the first window only. */
  private static boolean isFirst(ReportMeta meta, ReportMeta.Figures figures) {
    return meta.figures().isEmpty() || meta.figures().get(0).equals(figures);
  }

  private static String trials(ReportMeta meta) {
    if (meta.trials() == 1) {
      return "1 set";
    }
    return (meta.kind().equals("sweep") ? "best of " : "one of ")
        + Figure.count(meta.trials())
        + " sets";
  }

  /** A name that stays a name: no scheme, no folder. */
  private static String link(String file) {
    return "./" + URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
