package io.tapedeck.jobs.report;

import io.tapedeck.jobs.report.HeatMap.Cell;
import io.tapedeck.jobs.report.HeatMap.Measure;
import io.tapedeck.jobs.report.HeatMap.Sense;
import java.io.IOException;

/** The grid as tables with coloured cells, readable without the colours. */
final class HeatMapSection {
  /** Shades on each side of zero. */
  private static final int SHADES = 4;

  /** Columns of a map that leave room for another map beside it. */
  private static final int MOST_SIDE_BY_SIDE = 7;

  private final ReportModel model;
  private final Html html;

  HeatMapSection(ReportModel model, Html html) {
    this.model = model;
    this.html = html;
  }

  void write() throws IOException {
    if (model.heatMaps().isEmpty()) {
      return;
    }
    html.open("section", "aria-labelledby", "heatmaps");
    html.element("h2", "The grid", "id", "heatmaps");
    html.element(
        "p",
        "A cell is the median over all sets that share its two values; ◆ marks the best set's. A"
            + " good cell among bad neighbours is more likely luck than a finding.",
        "class",
        "quiet");
    boolean isWide =
        model.heatMaps().stream().anyMatch(map -> map.columnValues().size() > MOST_SIDE_BY_SIDE);
    html.open("div", "class", isWide ? "maps wide" : "maps");
    for (HeatMap map : model.heatMaps()) {
      map(map);
    }
    html.close().close();
  }

  private void map(HeatMap map) throws IOException {
    html.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        map.measure().title());
    html.open("table", "class", "heat").element("caption", map.measure().title());
    html.open("thead").open("tr");
    html.element("th", map.rowParameter() + " ↓  " + map.columnParameter() + " →", "scope", "col");
    for (String value : map.columnValues()) {
      html.element("th", value, "scope", "col");
    }
    html.close().close().open("tbody");
    for (int row = 0; row < map.rowValues().size(); row++) {
      html.open("tr").element("th", map.rowValues().get(row), "scope", "row");
      for (int column = 0; column < map.columnValues().size(); column++) {
        cell(map, row, column);
      }
      html.close();
    }
    html.close().close().close();
  }

  private void cell(HeatMap map, int row, int column) throws IOException {
    Cell cell = map.cells().get(row).get(column);
    boolean chosen = row == map.chosenRow() && column == map.chosenColumn();
    String shade = shade(goodness(map.measure(), cell.median()), map.reach());
    html.open("td", "class", chosen ? shade + " chosen" : shade, "title", cell.sets() + " sets");
    if (Double.isNaN(cell.median())) {
      html.element("abbr", Figure.NONE, "title", "not defined");
    } else {
      html.text(map.measure().unit().format(cell.median()));
    }
    if (chosen) {
      html.element("span", " ◆", "aria-hidden", "true");
      html.element("span", " best set", "class", "spoken");
    }
    html.close();
  }

  private static double goodness(Measure measure, double median) {
    return measure.sense() == Sense.MORE_IS_BETTER ? median : -median;
  }

  /** Style class of a value on a scale from -reach to +reach: n4..n1, z, p1..p4. */
  static String shade(double value, double reach) {
    if (Double.isNaN(value)) {
      return "none";
    }
    if (value == 0 || reach == 0) {
      return "z";
    }
    int step = (int) Math.min(SHADES, Math.max(1, Math.ceil(Math.abs(value) / reach * SHADES)));
    return (value > 0 ? "p" : "n") + step;
  }
}
