package io.tapedeck.jobs.job;

import io.tapedeck.core.strategy.Parameter;
import io.tapedeck.core.strategy.StrategySpec;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes a strategy's parameter record from text. Keys are the components' names in snake_case;
 * values are parsed by the component's type, and the record's constructor checks ranges.
 *
 * @param <T> the record
 */
public final class ParameterBinder<T extends StrategySpec> {
  private static final int MAX_SCALE = 40;

  private final Class<T> type;

  private ParameterBinder(Class<T> type) {
    if (!type.isRecord()) {
      throw new IllegalStateException(type.getName() + " must be a record to be bound");
    }
    this.type = type;
  }

  public static <T extends StrategySpec> ParameterBinder<T> of(Class<T> type) {
    return new ParameterBinder<>(type);
  }

  /** Names of the parameters, in order. */
  public List<String> names() {
    return Arrays.stream(type.getRecordComponents()).map(ParameterBinder::key).toList();
  }

  /** The parameters for people, in order. */
  public List<ParameterText> describe() {
    return Arrays.stream(type.getRecordComponents()).map(ParameterBinder::text).toList();
  }

  /**
   * The record of these keys.
   *
   * @throws UsageException if a parameter is unknown, missing, of the wrong type or out of range
   */
  public T bind(Fields parameters) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], parameters);
    }
    parameters.refuseOthers();
    return create(types, values, parameters.mark());
  }

  private T create(Class<?>[] types, Object[] values, Mark mark) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException
          || refused.getCause() instanceof ArithmeticException) {
        throw UsageException.at(mark, refused.getCause().getMessage());
      }
      throw new IllegalStateException("cannot make " + type.getName(), refused.getCause());
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException("cannot make " + type.getName(), unusable);
    }
  }

  private static Object value(RecordComponent component, Fields parameters) {
    String key = key(component);
    Parameter annotation = component.getAnnotation(Parameter.class);
    String standard = annotation == null ? "" : annotation.standard();
    if (!parameters.has(key) && standard.isEmpty()) {
      throw parameters.missing(key, "give " + describe(component));
    }
    if (parameters.node(key).orElse(null) instanceof Node.Sequence
        || parameters.node(key).orElse(null) instanceof Node.Mapping) {
      throw parameters.refusal(key, "must be a single value here; several are for: tapedeck sweep");
    }
    String text = parameters.text(key).orElse(standard);
    try {
      return parse(text, component.getType());
    } catch (IllegalArgumentException | ArithmeticException malformed) {
      throw parameters.refusal(key, "must be " + describe(component) + ", was '" + text + "'");
    }
  }

  /**
   * A value from its text.
   *
   * @throws IllegalArgumentException if the text is not of that type
   */
  static Object parse(String text, Class<?> type) {
    String digits = text.replace("_", "");
    if (type == int.class) {
      return Integer.parseInt(digits);
    } else if (type == long.class) {
      return Long.parseLong(digits);
    } else if (type == double.class) {
      return finite(Double.parseDouble(digits));
    } else if (type == BigDecimal.class) {
      return decimal(digits);
    } else if (type == boolean.class) {
      return truth(text);
    } else if (type == String.class) {
      return text;
    } else if (type.isEnum()) {
      return constant(text, type);
    }
    throw new IllegalStateException("parameters of type " + type.getName() + " are not known");
  }

  private static Double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not finite");
    }
    return value;
  }

  private static BigDecimal decimal(String digits) {
    BigDecimal value = new BigDecimal(digits);
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new IllegalArgumentException("out of all bounds");
    }
    return value;
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static Object constant(String text, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equalsIgnoreCase(text.replace('-', '_')))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static String describe(RecordComponent component) {
    ParameterText text = text(component);
    return text.type()
        + (text.range().isEmpty() ? "" : " " + text.range())
        + (text.unit().isEmpty() ? "" : " (" + text.unit() + ")");
  }

  private static ParameterText text(RecordComponent component) {
    Parameter annotation = component.getAnnotation(Parameter.class);
    return annotation == null
        ? new ParameterText(key(component), typeName(component.getType()), "", "", "", "")
        : new ParameterText(
            key(component),
            typeName(component.getType()),
            annotation.value(),
            annotation.unit(),
            annotation.range(),
            annotation.standard());
  }

  private static String typeName(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" or "));
    }
    return type == int.class || type == long.class
        ? "a whole number"
        : type == boolean.class ? "true or false" : type == String.class ? "a text" : "a number";
  }

  /** {@code bandBps} is {@code band_bps} in a job file. */
  static String key(RecordComponent component) {
    return component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
