package io.tapedeck.jobs.report;

import io.tapedeck.core.contract.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One metric along one parameter: what all sets with a value come to, and what the best set's
 * neighbours do, which differ from it in this parameter only.
 *
 * @param measure the metric and the window
 * @param parameter along the axis
 * @param values in order
 * @param bands of each value
 * @param chosen place of the best set's value; -1 if there is none
 */
public record Slice(
    HeatMap.Measure measure, String parameter, List<String> values, List<Band> bands, int chosen) {
  public Slice {
    Require.that(
        values.size() == bands.size(), "%d values have %d bands", values.size(), bands.size());
    values = List.copyOf(values);
    bands = List.copyOf(bands);
  }

  /**
   * All sets with a value; figures are NaN where no set has the metric.
   *
   * @param sets number of those that have the metric
   * @param lower quarter of them is below
   * @param median of them
   * @param upper quarter of them is above
   * @param best median of those that differ from the best set in nothing else
   */
  public record Band(int sets, double lower, double median, double upper, double best) {}

  /**
   * A set on the axis.
   *
   * @param value of the parameter
   * @param metric NaN if it is not defined or the run failed
   * @param isNeighbour whether it differs from the best set in this parameter only, or is it
   */
  public record Point(String value, double metric, boolean isNeighbour) {}

  /**
   * Builds the slice.
   *
   * @param points every set of the grid
   * @param chosen value of the best set; empty if there is none
   */
  public static Slice of(
      HeatMap.Measure measure, String parameter, List<Point> points, String chosen) {
    ParameterAxis axis = ParameterAxis.of(points.stream().map(Point::value));
    List<List<Point>> places = new ArrayList<>();
    axis.labels().forEach(label -> places.add(new ArrayList<>()));
    for (Point point : points) {
      if (Double.isFinite(point.metric())) {
        places.get(axis.placeOf(point.value())).add(point);
      }
    }
    return new Slice(
        measure,
        parameter,
        axis.labels(),
        places.stream().map(Slice::band).toList(),
        axis.placeOf(chosen));
  }

  private static Band band(List<Point> points) {
    double[] all = points.stream().mapToDouble(Point::metric).sorted().toArray();
    double[] near = points.stream().filter(Point::isNeighbour).mapToDouble(Point::metric).toArray();
    int half = all.length / 2;
    return new Band(
        all.length,
        HeatMap.median(Arrays.copyOfRange(all, 0, all.length - half)),
        HeatMap.median(all),
        HeatMap.median(Arrays.copyOfRange(all, half, all.length)),
        HeatMap.median(near));
  }
}
