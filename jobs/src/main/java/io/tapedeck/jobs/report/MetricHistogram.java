package io.tapedeck.jobs.report;

import io.tapedeck.core.contract.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a metric is distributed over all sets, in bins that its windows share. Bins are of equal
 * width between the 1 % and the 99 % quantile of all values, where what lies beyond would stretch
 * them to more than twice that; then the outer bins are open.
 *
 * @param measure the metric
 * @param edges of the bins, ascending: one more than there are bins; empty if there are no values
 * @param isOpenBelow whether the first bin has all that lies below it too
 * @param isOpenAbove whether the last bin has all that lies above it too
 * @param lines one for each window
 */
public record MetricHistogram(
    HeatMap.Measure measure,
    List<Double> edges,
    boolean isOpenBelow,
    boolean isOpenAbove,
    List<Line> lines) {
  /** There is nothing to distribute. */
  public static final MetricHistogram NONE =
      new MetricHistogram(
          new HeatMap.Measure("", HeatMap.Unit.NUMBER, HeatMap.Sense.MORE_IS_BETTER),
          List.of(),
          false,
          false,
          List.of());

  private static final int BINS = 24;
  private static final int PERCENT = 100;
  private static final double MOST_STRETCH = 2;

  public MetricHistogram {
    edges = List.copyOf(edges);
    lines = List.copyOf(lines);
  }

  /**
   * A window's values.
   *
   * @param window its name
   * @param values of its sets, in any order; what is not finite counts for nothing
   * @param best the value of the best set; NaN if it has none
   */
  public record Values(String window, List<Double> values, double best) {
    public Values {
      values = List.copyOf(values);
    }

    double[] finite() {
      return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    }
  }

  /**
   * A window in the histogram.
   *
   * @param window its name
   * @param counts sets in each bin
   * @param median of its sets; NaN if there are none
   * @param best value of the best set; NaN if it has none
   */
  public record Line(String window, List<Integer> counts, double median, double best) {
    public Line {
      counts = List.copyOf(counts);
    }
  }

  /** The histogram of these windows. */
  public static MetricHistogram of(HeatMap.Measure measure, List<Values> windows) {
    double[] all =
        windows.stream()
            .flatMapToDouble(window -> Arrays.stream(window.finite()))
            .sorted()
            .toArray();
    if (all.length == 0) {
      return NONE;
    }
    double from = all[0];
    double to = all[all.length - 1];
    double low = all[all.length / PERCENT];
    double high = all[all.length - 1 - all.length / PERCENT];
    boolean isClipped = high > low && to - from > MOST_STRETCH * (high - low);
    List<Double> edges = edges(isClipped ? low : from, isClipped ? high : to);
    return new MetricHistogram(
        measure,
        edges,
        isClipped && from < low,
        isClipped && to > high,
        windows.stream().map(window -> line(window, edges)).toList());
  }

  /** How many bins there are. */
  public int bins() {
    return Math.max(0, edges.size() - 1);
  }

  /** The bin of a value; the outer bins have what lies beyond them. */
  public int binOf(double value) {
    return bin(edges, value);
  }

  private static List<Double> edges(double from, double to) {
    int bins = from < to ? BINS : 1;
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i <= bins; i++) {
      edges.add(i == bins ? to : from + i * (to - from) / bins);
    }
    return edges;
  }

  private static Line line(Values window, List<Double> edges) {
    double[] values = window.finite();
    Integer[] counts = new Integer[edges.size() - 1];
    Arrays.fill(counts, 0);
    for (double value : values) {
      counts[bin(edges, value)]++;
    }
    return new Line(window.window(), List.of(counts), HeatMap.median(values), window.best());
  }

  private static int bin(List<Double> edges, double value) {
    Require.that(edges.size() > 1, "a histogram without bins has no bin for %s", value);
    int bins = edges.size() - 1;
    double from = edges.get(0);
    double to = edges.get(bins);
    if (!(from < to) || value <= from) {
      return 0;
    }
    return Math.min(bins - 1, (int) ((value - from) / (to - from) * bins));
  }
}
