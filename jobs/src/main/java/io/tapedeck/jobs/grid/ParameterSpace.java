package io.tapedeck.jobs.grid;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every combination of the values of some parameters; the last parameter varies fastest.
 *
 * @param names distinct
 * @param axes one for each name
 */
public record ParameterSpace(List<String> names, List<Axis> axes) implements Serializable {
  public ParameterSpace {
    names = List.copyOf(names);
    axes = List.copyOf(axes);
    Require.that(
        names.size() == axes.size(), "%d parameters have %d axes", names.size(), axes.size());
    Require.that(
        names.stream().distinct().count() == names.size(), "parameters %s are not distinct", names);
  }

  /** Number of combinations; one if there are no parameters. */
  public long size() {
    long size = 1;
    for (Axis axis : axes) {
      try {
        size = Math.multiplyExact(size, axis.size());
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            "the grid has more than 2^63 combinations; use draws or fewer values", e);
      }
    }
    return size;
  }

  /** The combination at this place, from 0. */
  public ParameterSet at(long index) {
    List<ParameterValue> values = new ArrayList<>(axes.size());
    long rest = index;
    for (int i = axes.size() - 1; i >= 0; i--) {
      long size = axes.get(i).size();
      values.add(axes.get(i).at(rest % size));
      rest /= size;
    }
    Collections.reverse(values);
    return new ParameterSet(names, values);
  }

  /** Whether any parameter takes more than one value. */
  boolean varies() {
    return axes.stream().anyMatch(axis -> axis.size() > 1);
  }
}
