package io.tapedeck.jobs.identity;

import io.tapedeck.core.strategy.StrategyProvider;
import io.tapedeck.core.strategy.StrategySpec;
import io.tapedeck.jobs.grid.ParameterSet;
import io.tapedeck.jobs.grid.ParameterValue;
import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.Mark;
import io.tapedeck.jobs.job.Node;
import io.tapedeck.jobs.job.ParameterBinder;
import io.tapedeck.jobs.job.UsageException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a strategy's parameter records from the sets of a grid, by the binder that replay uses. */
public final class ParameterReader {
  private static final String PATH = "strategy.parameters";

  private final Class<? extends StrategySpec> type;
  private final List<String> names;

  public ParameterReader(StrategyProvider strategy) {
    this.type = strategy.parameters();
    this.names = ParameterBinder.of(type).names();
  }

  /** Names of the parameters, in the order of the record. */
  public List<String> names() {
    return names;
  }

  /** The digest of the strategy's class files. */
  public String classDigest() {
    return ClassDigest.of(type);
  }

  /** The record of a set, or why there is none. */
  public BoundParameters bind(ParameterSet set) {
    Mark mark = Mark.of(set.toString());
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < set.names().size(); i++) {
      String text = text(set.names().get(i), set.values().get(i));
      entries.put(set.names().get(i), new Node.Entry(mark, new Node.Scalar(text, mark)));
    }
    try {
      StrategySpec spec =
          ParameterBinder.of(type).bind(Fields.of(new Node.Mapping(entries, mark), PATH));
      return new BoundParameters(values(spec), Optional.of(spec), "");
    } catch (UsageException refused) {
      return new BoundParameters(written(set), Optional.empty(), refused.getMessage());
    }
  }

  /** Numbers are handed on without trailing zeros, so that 10.0 is a whole number too. */
  private String text(String name, ParameterValue value) {
    int index = names.indexOf(name);
    boolean isText = index >= 0 && type.getRecordComponents()[index].getType() == String.class;
    return isText ? value.text() : value.number().map(ParameterValue::plain).orElse(value.text());
  }

  /** What a refused set gives; its standard values need no place, for the digest covers them. */
  private static SortedMap<String, Object> written(ParameterSet set) {
    return new TreeMap<>(set.terms());
  }

  private SortedMap<String, Object> values(StrategySpec spec) {
    RecordComponent[] components = type.getRecordComponents();
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
