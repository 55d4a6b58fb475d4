package io.tapedeck.jobs.job;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.ParameterException;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a strategy's parameter record from the keys of a job; refusals name their places. */
public final class ParameterBinder {
  private final StrategyProvider strategy;

  public ParameterBinder(StrategyProvider strategy) {
    this.strategy = strategy;
  }

  /** Names of the parameters, in the order of the record. */
  public List<String> names() {
    return ParameterDescription.of(strategy.parameters()).stream()
        .map(ParameterDescription::name)
        .toList();
  }

  /**
   * The record of these keys, one value each.
   *
   * @throws UsageException if a parameter is unknown, missing, of the wrong type or out of range
   */
  public StrategySpec bind(Fields parameters) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : parameters.names()) {
      texts.put(name, single(parameters, name));
    }
    try {
      return StrategyCatalog.build(strategy, texts);
    } catch (ParameterException refused) {
      Mark place = parameters.node(refused.parameter()).map(Node::mark).orElse(parameters.mark());
      throw UsageException.at(place, refused.getMessage());
    }
  }

  /** The values of a record by parameter, in its order. */
  public static Map<String, Object> values(StrategySpec parameters) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : parameters.getClass().getRecordComponents()) {
      try {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        values.put(component.getName(), accessor.invoke(parameters));
      } catch (ReflectiveOperationException unreadable) {
        throw new IllegalStateException("cannot read " + component + " of a record", unreadable);
      }
    }
    return values;
  }

  private static String single(Fields parameters, String name) {
    Node node = parameters.node(name).orElseThrow();
    if (node instanceof Node.Scalar) {
      return parameters.text(name).orElseThrow();
    }
    throw parameters.refusal(
        name,
        "is " + node.kind() + " and one value is needed here: set one with --set, or use sweep");
  }
}
