package io.tapedeck.jobs.report.page;

import io.tapedeck.jobs.report.Figure;
import io.tapedeck.jobs.report.HeatMap;
import io.tapedeck.jobs.report.HeatMap.Cell;
import io.tapedeck.jobs.report.HeatMap.Measure;
import io.tapedeck.jobs.report.HeatMap.Sense;
import io.tapedeck.jobs.report.ReportModel;
import java.io.IOException;
import java.util.List;

/** The grid, two parameters at a time. */
final class HeatMapSection implements Section {
  /** Columns of a map that leave room for another map beside it. */
  private static final int MOST_SIDE_BY_SIDE = 7;

  private final ReportModel model;

  HeatMapSection(ReportModel model) {
    this.model = model;
  }

  @Override
  public String id() {
    return "heatmaps";
  }

  @Override
  public String heading() {
    return "Heat maps";
  }

  @Override
  public boolean isThere() {
    return !model.grid().maps().isEmpty();
  }

  @Override
  public void write(Html html) throws IOException {
    html.element(
        "p",
        "A cell is the median over all sets that share its two values, blue where it is above zero and"
            + " red below; ◆ marks the best set's. A good cell among bad neighbours is more likely luck"
            + " than a finding.",
        "class",
        "quiet");
    List<List<HeatMap>> pairs = model.grid().maps();
    pair(pairs.get(0), html);
    if (pairs.size() > 1) {
      html.open("details");
      html.element("summary", "Other pairs of parameters: " + (pairs.size() - 1));
      for (List<HeatMap> pair : pairs.subList(1, pairs.size())) {
        pair(pair, html);
      }
      html.close();
    }
  }

  private static void pair(List<HeatMap> maps, Html html) throws IOException {
    boolean isWide = maps.stream().anyMatch(map -> map.columnValues().size() > MOST_SIDE_BY_SIDE);
    html.open("div", "class", isWide ? "maps wide" : "maps");
    for (HeatMap map : maps) {
      map(map, html);
    }
    html.close();
  }

  private static void map(HeatMap map, Html html) throws IOException {
    String[] head = new String[map.columnValues().size() + 1];
    head[0] = map.rowParameter() + " ↓  " + map.columnParameter() + " →";
    for (int column = 1; column < head.length; column++) {
      head[column] = map.columnValues().get(column - 1);
    }
    Grid grid = new Grid(html, map.measure().title());
    grid.head(head);
    for (int row = 0; row < map.rowValues().size(); row++) {
      grid.row(map.rowValues().get(row));
      for (int column = 0; column < map.columnValues().size(); column++) {
        cell(map, row, column, grid);
      }
      grid.endRow();
    }
    grid.end();
  }

  private static void cell(HeatMap map, int row, int column, Grid grid) throws IOException {
    Cell cell = map.cells().get(row).get(column);
    String shade = shade(map).of(goodness(map.measure(), cell.median()));
    String figure = map.measure().unit().format(cell.median());
    String tip = tip(map, row, column);
    if (row == map.chosenRow() && column == map.chosenColumn()) {
      grid.chosen(shade, figure, tip + ": the best set's");
    } else {
      grid.cell(shade, figure, tip);
    }
  }

  private static Shade shade(HeatMap map) {
    return Shade.over(
        map.cells().stream()
            .flatMap(List::stream)
            .mapToDouble(cell -> goodness(map.measure(), cell.median())));
  }

  private static String tip(HeatMap map, int row, int column) {
    Cell cell = map.cells().get(row).get(column);
    String across =
        map.columnParameter().isEmpty()
            ? ""
            : ", " + map.columnParameter() + " " + map.columnValues().get(column);
    return map.rowParameter()
        + " "
        + map.rowValues().get(row)
        + across
        + ": median "
        + map.measure().unit().format(cell.median())
        + " of "
        + Figure.count(cell.sets())
        + (cell.sets() == 1 ? " set" : " sets");
  }

  private static double goodness(Measure measure, double median) {
    return measure.sense() == Sense.MORE_IS_BETTER ? median : -median;
  }
}
