package io.tapedeck.jobs.identity;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.core.bar.BarRule;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.execution.RecordedDelay;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records of assumptions as values of {@link CanonicalJson}: every component under its name in
 * lower case, the name of the model as {@code kind} where there are several. A type that has no
 * text is refused, so nothing can be left out.
 */
final class CanonicalTerms {
  private static final String KIND = "kind";

  private CanonicalTerms() {}

  /** The terms of a record. */
  static Map<String, Object> of(Record record) {
    Map<String, Object> terms = new TreeMap<>();
    Model model = record.getClass().getAnnotation(Model.class);
    if (model != null && !model.name().isEmpty()) {
      terms.put(KIND, model.name());
    } else if (isOneOfSeveral(record.getClass())) {
      throw without(record);
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      terms.put(name(component), of(value(component, record)));
    }
    return terms;
  }

  private static Object of(Object value) {
    if (value instanceof BarRule || value instanceof BarLength) {
      return value.toString();
    }
    if (value instanceof Record record) {
      return of(record);
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof RecordedDelay delays) {
      return recorded(delays);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(CanonicalTerms::of).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> terms = new TreeMap<>();
      map.forEach((key, each) -> terms.put((String) key, of(each)));
      return terms;
    }
    if (isNumberOrText(value)) {
      return value;
    }
    throw without(value);
  }

  private static boolean isNumberOrText(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Double
        || value instanceof Boolean
        || value instanceof BigDecimal
        || value instanceof String;
  }

  /** A recording by its digest: it may be longer than all other terms together. */
  private static Map<String, Object> recorded(RecordedDelay delays) {
    List<List<Long>> columns =
        List.of(
            Arrays.stream(delays.atNanos()).boxed().toList(),
            Arrays.stream(delays.delayNanos()).boxed().toList());
    Map<String, Object> terms = new TreeMap<>();
    terms.put(KIND, RecordedDelay.class.getAnnotation(Model.class).name());
    terms.put("between", delays.between().name());
    terms.put("recordings", delays.atNanos().length);
    terms.put("digest", Sha256.ofJson(columns));
    return terms;
  }

  private static boolean isOneOfSeveral(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
  }

  private static String name(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static IllegalStateException without(Object value) {
    return new IllegalStateException("an assumption without a canonical text: " + value);
  }
}
