package io.tapedeck.jobs.report;

import java.util.List;

/**
 * What all sets of a sweep came to, by the metric it ranks by.
 *
 * @param spreads one for each window
 * @param distribution of all sets, windows over each other
 * @param maps pairs of parameters, the most telling first; of each pair one map for each window
 * @param slices parameters, each with one slice for each window
 */
public record ParameterGrid(
    List<Spread> spreads,
    MetricHistogram distribution,
    List<List<HeatMap>> maps,
    List<List<Slice>> slices) {
  /** There is no grid: one run. */
  public static final ParameterGrid NONE =
      new ParameterGrid(List.of(), MetricHistogram.NONE, List.of(), List.of());

  public ParameterGrid {
    spreads = List.copyOf(spreads);
    maps = maps.stream().map(List::copyOf).toList();
    slices = slices.stream().map(List::copyOf).toList();
  }
}
