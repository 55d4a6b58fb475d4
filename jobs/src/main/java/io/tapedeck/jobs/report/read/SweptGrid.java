package io.tapedeck.jobs.report.read;

import io.tapedeck.jobs.report.HeatMap;
import io.tapedeck.jobs.report.MetricHistogram;
import io.tapedeck.jobs.report.ParameterGrid;
import io.tapedeck.jobs.report.Slice;
import io.tapedeck.jobs.report.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What all sets of a sweep came to: distribution, maps over pairs of parameters, slices. */
final class SweptGrid {
  private static final int MOST_MAPPED = 3;
  private static final int MOST_SLICED = 6;

  private final List<SweptSet> sets;
  private final List<String> windows;
  private final RankColumn rank;
  private final SweptSet best;
  private final List<String> axes;

  /**
   * A grid.
   *
   * @param names parameters that differ between sets
   * @param best the chosen set; null if every run failed
   */
  SweptGrid(
      List<SweptSet> sets,
      List<String> names,
      List<String> windows,
      RankColumn rank,
      SweptSet best) {
    this.sets = sets;
    this.windows = windows;
    this.rank = rank;
    this.best = best;
    this.axes =
        names.stream()
            .sorted(Comparator.comparingLong(this::distinct).reversed().thenComparing(n -> n))
            .toList();
  }

  ParameterGrid grid() {
    return new ParameterGrid(spreads(), distribution(), maps(), slices());
  }

  private long distinct(String name) {
    return SweptSet.distinct(sets, name);
  }

  private List<Spread> spreads() {
    return windows.stream().map(window -> Spread.of(window, rank.unit(), metrics(window))).toList();
  }

  private double[] metrics(String window) {
    return sets.stream().mapToDouble(set -> set.metric(window)).toArray();
  }

  private MetricHistogram distribution() {
    List<MetricHistogram.Values> values = new ArrayList<>();
    for (String window : windows) {
      values.add(
          new MetricHistogram.Values(
              window,
              sets.stream().map(set -> set.metric(window)).toList(),
              best == null ? Double.NaN : best.metric(window)));
    }
    return MetricHistogram.of(rank.measure(""), values);
  }

  /** Every pair of the parameters with the most values; alone, a parameter is a column. */
  private List<List<HeatMap>> maps() {
    List<String> mapped = axes.subList(0, Math.min(MOST_MAPPED, axes.size()));
    List<List<HeatMap>> maps = new ArrayList<>();
    if (mapped.size() == 1) {
      maps.add(pair(mapped.get(0), ""));
    }
    for (int row = 0; row < mapped.size(); row++) {
      for (int column = row + 1; column < mapped.size(); column++) {
        maps.add(pair(mapped.get(row), mapped.get(column)));
      }
    }
    return maps;
  }

  private List<HeatMap> pair(String row, String column) {
    List<HeatMap> maps = new ArrayList<>();
    for (String window : windows) {
      maps.add(
          HeatMap.of(
              rank.measure(window),
              row,
              column,
              sets.stream().map(set -> point(set, row, column, window)).toList(),
              best == null ? null : point(best, row, column, window)));
    }
    return maps;
  }

  private static HeatMap.Point point(SweptSet set, String row, String column, String window) {
    String across = column.isEmpty() ? "all" : set.value(column);
    return new HeatMap.Point(set.value(row), across, set.metric(window));
  }

  private List<List<Slice>> slices() {
    return axes.stream().limit(MOST_SLICED).map(this::slices).toList();
  }

  private List<Slice> slices(String axis) {
    return windows.stream()
        .map(
            window ->
                Slice.of(
                    rank.measure(window),
                    axis,
                    sets.stream()
                        .map(
                            set ->
                                new Slice.Point(
                                    set.value(axis), set.metric(window), isNeighbour(set, axis)))
                        .toList(),
                    best == null ? "" : best.value(axis)))
        .toList();
  }

  private boolean isNeighbour(SweptSet set, String axis) {
    return best != null
        && axes.stream()
            .allMatch(name -> name.equals(axis) || set.value(name).equals(best.value(name)));
  }
}
