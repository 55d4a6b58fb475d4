package io.tapedeck.jobs.report.page;

import java.io.IOException;

/** A table that scrolls by itself on a narrow screen and whose first column names the row. */
final class Table {
  /** Class of a table whose headings sort it. */
  static final String SORTABLE = "sortable";

  private final Html html;

  Table(Html html, String caption, String... classes) throws IOException {
    this.html = html;
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
    html.open("table", "class", String.join(" ", classes));
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

  /** A row: what it is about, then its figures. */
  void row(String name, String... figures) throws IOException {
    html.open("tr").element("th", name, "scope", "row");
    for (String figure : figures) {
      html.figure("td", figure);
    }
    html.close();
  }

  /** A row whose name is explained under it. */
  void explained(String name, String meaning, String... figures) throws IOException {
    html.open("tr").open("th", "scope", "row").text(name);
    html.element("span", " " + meaning, "class", "asked").close();
    for (String figure : figures) {
      html.figure("td", figure);
    }
    html.close();
  }

  void end() throws IOException {
    html.close().close().close();
  }
}
