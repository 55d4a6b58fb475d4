package io.tapedeck.jobs.report;

import io.tapedeck.core.contract.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One metric of a parameter grid over two of its parameters. A cell is the median over all sets
 * that share its two values: every other parameter is marginalised.
 *
 * @param measure what the cells show
 * @param rowParameter parameter down the side
 * @param columnParameter parameter across the top
 * @param rowValues its values, in order
 * @param columnValues its values, in order
 * @param cells by row, then by column
 * @param chosenRow row of the best set; -1 if there is none
 * @param chosenColumn column of the best set; -1 if there is none
 */
public record HeatMap(
    Measure measure,
    String rowParameter,
    String columnParameter,
    List<String> rowValues,
    List<String> columnValues,
    List<List<Cell>> cells,
    int chosenRow,
    int chosenColumn) {
  public HeatMap {
    rowValues = List.copyOf(rowValues);
    columnValues = List.copyOf(columnValues);
    cells = cells.stream().map(List::copyOf).toList();
    int width = columnValues.size();
    Require.that(
        cells.size() == rowValues.size() && cells.stream().allMatch(row -> row.size() == width),
        "cells must be %d rows of %d",
        rowValues.size(),
        width);
  }

  /**
   * What the cells show.
   *
   * @param title the metric and the window, for people
   * @param unit how a median is written
   * @param sense which end of the scale is good
   */
  public record Measure(String title, Unit unit, Sense sense) {}

  /** How a median is written. */
  public enum Unit {
    /** A fraction, as percent. */
    PERCENT,
    /** A plain number. */
    NUMBER;

    /** For people; a dash if it is not defined. */
    public String format(double value) {
      return this == PERCENT ? Figure.percent(value) : Figure.ratio(value);
    }
  }

  /** Which end of a scale is good, and so blue. */
  public enum Sense {
    MORE_IS_BETTER,
    LESS_IS_BETTER
  }

  /**
   * A cell.
   *
   * @param median of the metric over its sets that have one; NaN if none has
   * @param sets number of those sets
   */
  public record Cell(double median, int sets) {}

  /**
   * A set of the grid.
   *
   * @param row value of the parameter down the side
   * @param column value of the parameter across the top
   * @param metric NaN if it is not defined or the run failed
   */
  public record Point(String row, String column, double metric) {}

  /**
   * Builds the map.
   *
   * @param points every set of the grid, in any order; at least one
   * @param chosen the best set, which is marked; null if there is none
   */
  public static HeatMap of(
      Measure measure,
      String rowParameter,
      String columnParameter,
      List<Point> points,
      Point chosen) {
    Require.that(!points.isEmpty(), "a heat map needs at least one set");
    ParameterAxis rows = ParameterAxis.of(points.stream().map(Point::row));
    ParameterAxis columns = ParameterAxis.of(points.stream().map(Point::column));
    Map<List<Integer>, List<Double>> metrics = metricsByCell(points, rows, columns);
    List<List<Cell>> cells = new ArrayList<>();
    for (int row = 0; row < rows.labels().size(); row++) {
      List<Cell> line = new ArrayList<>();
      for (int column = 0; column < columns.labels().size(); column++) {
        line.add(cell(metrics.getOrDefault(List.of(row, column), List.of())));
      }
      cells.add(line);
    }
    return new HeatMap(
        measure,
        rowParameter,
        columnParameter,
        rows.labels(),
        columns.labels(),
        cells,
        chosen == null ? -1 : rows.placeOf(chosen.row()),
        chosen == null ? -1 : columns.placeOf(chosen.column()));
  }

  /** Largest absolute median, for a colour scale around zero; zero if no cell has one. */
  public double reach() {
    return cells.stream()
        .flatMap(List::stream)
        .mapToDouble(Cell::median)
        .filter(Double::isFinite)
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  /** Median of the cells around the best set's, without it; NaN if there are none. */
  public double neighbours() {
    List<Double> around = new ArrayList<>();
    for (int row = chosenRow - 1; row <= chosenRow + 1; row++) {
      for (int column = chosenColumn - 1; column <= chosenColumn + 1; column++) {
        if (chosenRow >= 0 && isBeside(row, column)) {
          around.add(cells.get(row).get(column).median());
        }
      }
    }
    return median(
        around.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray());
  }

  private boolean isBeside(int row, int column) {
    return row >= 0
        && row < rowValues.size()
        && column >= 0
        && column < columnValues.size()
        && !(row == chosenRow && column == chosenColumn);
  }

  private static Map<List<Integer>, List<Double>> metricsByCell(
      List<Point> points, ParameterAxis rows, ParameterAxis columns) {
    Map<List<Integer>, List<Double>> metrics = new HashMap<>();
    for (Point point : points) {
      if (!Double.isNaN(point.metric())) {
        metrics
            .computeIfAbsent(
                List.of(rows.placeOf(point.row()), columns.placeOf(point.column())),
                key -> new ArrayList<>())
            .add(point.metric());
      }
    }
    return metrics;
  }

  private static Cell cell(List<Double> metrics) {
    double[] values = metrics.stream().mapToDouble(Double::doubleValue).toArray();
    return new Cell(median(values), values.length);
  }

  /** The middle value, or the mean of the two in the middle; NaN of none. */
  public static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
