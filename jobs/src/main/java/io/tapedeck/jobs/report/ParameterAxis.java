package io.tapedeck.jobs.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A parameter's values in order: numbers by size, before words by alphabet. More values than are
 * read at a glance are put together, neighbours with neighbours, as "20 to 45".
 */
public final class ParameterAxis {
  private static final int MOST_VALUES = 24;
  private static final Comparator<String> BY_VALUE =
      Comparator.comparingDouble(ParameterAxis::number).thenComparing(Comparator.naturalOrder());

  private final List<String> labels = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  private ParameterAxis() {}

  /** The axis with these values, each as often as it likes and in any order. */
  public static ParameterAxis of(Stream<String> values) {
    TreeSet<String> distinct = new TreeSet<>(BY_VALUE);
    values.forEach(distinct::add);
    List<String> sorted = List.copyOf(distinct);
    int count = Math.min(MOST_VALUES, sorted.size());
    ParameterAxis axis = new ParameterAxis();
    for (int place = 0; place < count; place++) {
      axis.put(sorted.subList(cut(sorted, place, count), cut(sorted, place + 1, count)));
    }
    return axis;
  }

  /** Where the values of a place begin among all of them. */
  private static int cut(List<String> sorted, int place, int count) {
    return (int) ((long) sorted.size() * place / count);
  }

  private void put(List<String> neighbours) {
    String first = neighbours.get(0);
    String last = neighbours.get(neighbours.size() - 1);
    neighbours.forEach(value -> places.put(value, labels.size()));
    labels.add(first.equals(last) ? first : first + " to " + last);
  }

  /** What stands along the axis, in order. */
  public List<String> labels() {
    return List.copyOf(labels);
  }

  /** The place of a value, from 0; -1 if it is not on the axis. */
  public int placeOf(String value) {
    return places.getOrDefault(value, -1);
  }

  private static double number(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException notANumber) {
      return Double.POSITIVE_INFINITY;
    }
  }
}
