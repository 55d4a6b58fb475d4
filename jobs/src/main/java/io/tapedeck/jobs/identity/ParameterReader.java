package io.tapedeck.jobs.identity;

import io.tapedeck.core.strategy.ParameterDescription;
import io.tapedeck.core.strategy.ParameterException;
import io.tapedeck.core.strategy.StrategyCatalog;
import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterValue;
import io.tapedeck.jobs.job.NamedStrategy;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes strategies' parameter records from the sets of a grid, as a replay does from a job. */
public final class ParameterReader {
  private final List<Reader> readers;

  private ParameterReader(List<Reader> readers) {
    this.readers = readers;
  }

  /** For one strategy, whose parameters go by their own names. */
  public ParameterReader(StrategyProvider strategy) {
    this(List.of(new Reader(new NamedStrategy("", strategy.name()), strategy)));
  }

  /**
   * For the strategies of a job, in their order.
   *
   * @param providers finds a strategy by its name
   */
  public static ParameterReader of(
      List<NamedStrategy> strategies, Function<String, StrategyProvider> providers) {
    return new ParameterReader(
        strategies.stream()
            .map(strategy -> new Reader(strategy, providers.apply(strategy.name())))
            .toList());
  }

  /** Names of the parameters, in the order of the records. */
  public List<String> names() {
    return readers.stream().flatMap(reader -> reader.names.stream()).toList();
  }

  /** The digest of the strategies' class files; of several, of their digests in order. */
  public String classDigest() {
    List<String> digests =
        readers.stream().map(reader -> ClassDigest.of(reader.strategy.parameters())).toList();
    return digests.size() == 1 ? digests.get(0) : Sha256.ofJson(digests);
  }

  /** The records of a set, or why there are none. */
  public BoundParameters bind(ParameterSet set) {
    SortedMap<String, Object> values = new TreeMap<>();
    List<StrategySpec> specs = new ArrayList<>();
    try {
      refuseUnknown(set);
      for (Reader reader : readers) {
        StrategySpec spec = reader.spec(set);
        specs.add(spec);
        values.putAll(reader.values(spec));
      }
      return new BoundParameters(values, specs, "");
    } catch (ParameterException refused) {
      return new BoundParameters(new TreeMap<>(set.terms()), List.of(), refused.getMessage());
    }
  }

  /** A name of no strategy is the first one's to refuse. */
  private void refuseUnknown(ParameterSet set) {
    List<String> known = names();
    for (String name : set.names()) {
      if (!known.contains(name)) {
        StrategyCatalog.build(readers.get(0).strategy, Map.of(name, ""));
      }
    }
  }

  /** Reads the parameters of one of the strategies. */
  private static final class Reader {
    private final StrategyProvider strategy;
    private final RecordComponent[] components;
    private final List<String> names;

    Reader(NamedStrategy named, StrategyProvider strategy) {
      this.strategy = strategy;
      this.components = strategy.parameters().getRecordComponents();
      this.names =
          ParameterDescription.of(strategy.parameters()).stream()
              .map(parameter -> named.qualified(parameter.name()))
              .toList();
    }

    StrategySpec spec(ParameterSet set) {
      Map<String, String> texts = new TreeMap<>();
      for (int i = 0; i < set.names().size(); i++) {
        int index = names.indexOf(set.names().get(i));
        if (index >= 0) {
          texts.put(components[index].getName(), text(components[index], set.values().get(i)));
        }
      }
      return StrategyCatalog.build(strategy, texts);
    }

    /** Numbers are handed on without trailing zeros, so that 10.0 is a whole number too. */
    private static String text(RecordComponent component, ParameterValue value) {
      boolean isText = component.getType() == String.class;
      return isText ? value.text() : value.number().map(ParameterValue::plain).orElse(value.text());
    }

    SortedMap<String, Object> values(StrategySpec spec) {
      SortedMap<String, Object> values = new TreeMap<>();
      for (int i = 0; i < components.length; i++) {
        values.put(names.get(i), canonical(read(components[i].getAccessor(), spec)));
      }
      return values;
    }
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
