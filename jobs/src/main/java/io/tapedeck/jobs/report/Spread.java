package io.tapedeck.jobs.report;

import java.util.Arrays;

/**
 * The metric of the ranking over all sets of a window.
 *
 * @param window name of the window
 * @param unit how the metric is written
 * @param sets sets that have the metric
 * @param positive how many of them are above zero
 * @param lowest NaN if no set has it
 * @param median NaN if no set has it
 * @param highest NaN if no set has it
 */
public record Spread(
    String window,
    HeatMap.Unit unit,
    long sets,
    long positive,
    double lowest,
    double median,
    double highest) {
  /** The spread of these values; those that are not defined count for nothing. */
  public static Spread of(String window, HeatMap.Unit unit, double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return new Spread(
        window,
        unit,
        sorted.length,
        Arrays.stream(sorted).filter(value -> value > 0).count(),
        sorted.length == 0 ? Double.NaN : sorted[0],
        HeatMap.median(sorted),
        sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]);
  }
}
