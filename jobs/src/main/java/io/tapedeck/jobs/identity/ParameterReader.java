package io.tapedeck.jobs.identity;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.ParameterException;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterValue;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a strategy's parameter records from the sets of a grid, as a replay does from a job. */
public final class ParameterReader {
  private final StrategyProvider strategy;
  private final RecordComponent[] components;
  private final List<String> names;

  public ParameterReader(StrategyProvider strategy) {
    this.strategy = strategy;
    this.components = strategy.parameters().getRecordComponents();
    this.names =
        ParameterDescription.of(strategy.parameters()).stream()
            .map(ParameterDescription::name)
            .toList();
  }

  /** Names of the parameters, in the order of the record. */
  public List<String> names() {
    return names;
  }

  /** The digest of the strategy's class files. */
  public String classDigest() {
    return ClassDigest.of(strategy.parameters());
  }

  /** The record of a set, or why there is none. */
  public BoundParameters bind(ParameterSet set) {
    Map<String, String> texts = new TreeMap<>();
    for (int i = 0; i < set.names().size(); i++) {
      texts.put(set.names().get(i), text(set.names().get(i), set.values().get(i)));
    }
    try {
      StrategySpec spec = StrategyCatalog.build(strategy, texts);
      return new BoundParameters(values(spec), Optional.of(spec), "");
    } catch (ParameterException refused) {
      return new BoundParameters(
          new TreeMap<>(set.terms()), Optional.empty(), refused.getMessage());
    }
  }

  /** Numbers are handed on without trailing zeros, so that 10.0 is a whole number too. */
  private String text(String name, ParameterValue value) {
    int index = names.indexOf(name);
    boolean isText = index >= 0 && components[index].getType() == String.class;
    return isText ? value.text() : value.number().map(ParameterValue::plain).orElse(value.text());
  }

  private SortedMap<String, Object> values(StrategySpec spec) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (int i = 0; i < components.length; i++) {
      values.put(names.get(i), canonical(read(components[i].getAccessor(), spec)));
    }
    return values;
  }

  private static Object read(Method accessor, StrategySpec spec) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(spec);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("parameters of " + spec + " cannot be read", e);
    }
  }

  private static Object canonical(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    if (value instanceof Double number) {
      return CanonicalJson.shortest(number);
    }
    return value instanceof BigDecimal || value instanceof Boolean ? value : value.toString();
  }
}
