package io.tapedeck.core.metrics;

import io.tapedeck.core.market.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One summary in total and by strategy, instrument and side. Every line is in the total and in
 * exactly one group of each kind; a group without a line is left out.
 *
 * @param <T> the summary
 * @param total of all lines
 * @param byStrategy by index of the strategy, ascending
 * @param byInstrument by index in the run's universe, ascending
 * @param bySide in the order of {@link Side}
 */
public record Breakdown<T>(
    T total,
    SortedMap<Integer, T> byStrategy,
    SortedMap<Integer, T> byInstrument,
    Map<Side, T> bySide) {
  public Breakdown {
    byStrategy = Collections.unmodifiableSortedMap(new TreeMap<>(byStrategy));
    byInstrument = Collections.unmodifiableSortedMap(new TreeMap<>(byInstrument));
    Map<Side, T> sides = new EnumMap<>(Side.class);
    sides.putAll(bySide);
    bySide = Collections.unmodifiableMap(sides);
  }

  /** Groups lines, each group in the order of the lines, and sums every group up. */
  static <L extends Attributed, T> Breakdown<T> of(List<L> lines, Function<List<L>, T> summary) {
    return new Breakdown<>(
        summary.apply(lines),
        grouped(lines, L::strategy, summary, new TreeMap<>(), new TreeMap<>()),
        grouped(lines, L::instrument, summary, new TreeMap<>(), new TreeMap<>()),
        grouped(lines, L::side, summary, new EnumMap<>(Side.class), new EnumMap<>(Side.class)));
  }

  private static <K, L, T, M extends Map<K, T>> M grouped(
      List<L> lines,
      Function<L, K> key,
      Function<List<L>, T> summary,
      Map<K, List<L>> groups,
      M summaries) {
    for (L line : lines) {
      groups.computeIfAbsent(key.apply(line), unused -> new ArrayList<>()).add(line);
    }
    groups.forEach((group, members) -> summaries.put(group, summary.apply(members)));
    return summaries;
  }
}
