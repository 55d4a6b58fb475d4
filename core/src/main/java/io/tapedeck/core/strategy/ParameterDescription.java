package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A parameter of a strategy, for people and for job files; generated from the record's component.
 *
 * @param name as job files write it
 * @param type what its text must be: "a whole number", "AUTO, MID or LAST"
 * @param unit its unit; empty where it has none
 * @param range its range; empty where the type says it all
 * @param standard the text used when none is given; empty for a parameter that must be given
 * @param meaning what it means, in a few words
 */
public record ParameterDescription(
    String name, String type, String unit, String range, String standard, String meaning) {
  /** The parameters of such a record, in its order. */
  public static List<ParameterDescription> of(Class<? extends StrategySpec> spec) {
    Require.that(spec.isRecord(), "parameters of a strategy must be a record, was %s", spec);
    return Arrays.stream(spec.getRecordComponents()).map(ParameterDescription::of).toList();
  }

  private static ParameterDescription of(RecordComponent component) {
    Parameter parameter = component.getAnnotation(Parameter.class);
    Require.that(
        parameter != null,
        "%s of %s must carry @Parameter",
        component.getName(),
        component.getDeclaringRecord().getName());
    return new ParameterDescription(
        component.getName(),
        type(component),
        parameter.unit(),
        parameter.range(),
        parameter.standard(),
        parameter.value());
  }

  /** Whether a job file must give it. */
  public boolean isMandatory() {
    return standard.isEmpty();
  }

  /** Type, unit and range in one phrase: "a whole number (events, at least 2)". */
  public String domain() {
    String details = unit.isEmpty() || range.isEmpty() ? unit + range : unit + ", " + range;
    return details.isEmpty() ? type : type + " (" + details + ")";
  }

  private static String type(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == double.class || type == BigDecimal.class) {
      return "a number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "text";
    }
    Require.that(
        type.isEnum(),
        "%s of %s must be int, long, double, boolean, BigDecimal, String or an enum, was %s",
        component.getName(),
        component.getDeclaringRecord().getName(),
        type.getName());
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
    return names.size() == 1
        ? names.get(0)
        : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", "))
            + " or "
            + names.get(names.size() - 1);
  }
}
