package io.tapedeck.jobs.identity;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterValue;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a strategy's parameter records from the sets of a grid. */
public final class ParameterBinder {
  private final StrategyCatalog catalog;
  private final String strategy;
  private final List<ParameterDescription> parameters;

  /**
   * A binder for a strategy of this catalog.
   *
   * @throws IllegalArgumentException if it has none of this name
   */
  public ParameterBinder(StrategyCatalog catalog, String strategy) {
    this.catalog = catalog;
    this.strategy = strategy;
    this.parameters = catalog.parameters(strategy);
  }

  /** A binder for a strategy found by the class loader of this thread's job. */
  public static ParameterBinder of(String strategy) {
    return new ParameterBinder(
        StrategyCatalog.load(Thread.currentThread().getContextClassLoader()), strategy);
  }

  /** Names of the parameters, in the order of the record. */
  public List<String> names() {
    return parameters.stream().map(ParameterDescription::name).toList();
  }

  /** The digest of the strategy's class files. */
  public String classDigest() {
    return ClassDigest.of(catalog.provider(strategy).parameters());
  }

  /** The record of a set, or why there is none. */
  public BoundParameters bind(ParameterSet set) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < set.names().size(); i++) {
      texts.put(set.names().get(i), text(set.names().get(i), set.values().get(i)));
    }
    try {
      StrategySpec spec = catalog.build(strategy, texts);
      return new BoundParameters(values(spec), Optional.of(spec), "");
    } catch (IllegalArgumentException refused) {
      return new BoundParameters(written(set), Optional.empty(), refused.getMessage());
    }
  }

  /** Numbers are handed on without trailing zeros, so that 10.0 is a whole number too. */
  private String text(String name, ParameterValue value) {
    boolean isText =
        parameters.stream().anyMatch(p -> p.name().equals(name) && p.type().equals("text"));
    return isText ? value.text() : value.number().map(ParameterValue::plain).orElse(value.text());
  }

  private SortedMap<String, Object> written(ParameterSet set) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (ParameterDescription parameter : parameters) {
      ParameterValue value =
          set.get(parameter.name()).orElseGet(() -> ParameterValue.parse(parameter.standard()));
      values.put(
          parameter.name(), value.number().<Object>map(number -> number).orElse(value.text()));
    }
    return values;
  }

  private static SortedMap<String, Object> values(StrategySpec spec) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      values.put(component.getName(), canonical(read(component.getAccessor(), spec)));
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
