package io.tapedeck.jobs.grid;

import io.tapedeck.core.contract.Require;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A value for each of some parameters.
 *
 * @param names distinct, in the order of the grid
 * @param values one for each name
 */
public record ParameterSet(List<String> names, List<ParameterValue> values)
    implements Serializable {
  /** No parameters: every one takes its standard value. */
  public static final ParameterSet EMPTY = new ParameterSet(List.of(), List.of());

  public ParameterSet {
    names = List.copyOf(names);
    values = List.copyOf(values);
    Require.that(
        names.size() == values.size(),
        "%d parameters were given %d values",
        names.size(),
        values.size());
  }

  public Optional<ParameterValue> get(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(values.get(index));
  }

  /** For canonical JSON: names with numbers or texts. */
  public Map<String, Object> terms() {
    Map<String, Object> terms = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      terms.put(names.get(i), values.get(i).term());
    }
    return terms;
  }

  @Override
  public String toString() {
    return IntStream.range(0, names.size())
        .mapToObj(i -> names.get(i) + "=" + values.get(i))
        .collect(Collectors.joining(" "));
  }
}
