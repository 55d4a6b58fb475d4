package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import java.io.IOException;

/**
 * A table of shaded cells that the arrow keys walk through, each cell with a tooltip; readable
 * without the shades.
 */
final class Grid {
  private final Html html;
  private boolean isEntered;

  Grid(Html html, String caption, String... classes) throws IOException {
    this.html = html;
    html.open("div", "class", "scroll");
    html.open("table", "class", "heat " + String.join(" ", classes), "role", "grid");
    html.element("caption", caption);
  }

  /** Column headings; the rows follow. */
  void head(String... labels) throws IOException {
    html.open("thead").open("tr");
    for (String label : labels) {
      html.element("th", label, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  void row(String name) throws IOException {
    html.open("tr").element("th", name, "scope", "row");
  }

  /** A shaded cell. */
  void cell(String shade, String figure, String tip) throws IOException {
    open(shade, tip);
    if (figure.equals(Figure.NONE)) {
      html.element("abbr", figure, "title", "not defined");
    } else {
      html.text(figure);
    }
    html.close();
  }

  /** The cell of the best set. */
  void chosen(String shade, String figure, String tip) throws IOException {
    open(shade + " chosen", tip);
    html.text(figure);
    html.element("span", " ◆", "aria-hidden", "true");
    html.element("span", " best set", "class", "spoken");
    html.close();
  }

  /** A cell of which nothing is known. */
  void nothing() throws IOException {
    html.element("td", "", "class", "void");
  }

  void endRow() throws IOException {
    html.close();
  }

  void end() throws IOException {
    html.close().close().close();
  }

  /** One cell is reached by Tab, the others from there. */
  private void open(String shade, String tip) throws IOException {
    html.open("td", "class", shade, "data-tip", tip, "tabindex", isEntered ? "-1" : "0");
    isEntered = true;
  }
}
