package io.tapedeck.jobs.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A figure of several runs, side by side.
 *
 * @param metric its column; a count inside a column has its name behind a dot
 * @param values one for each run, as the table has them; null where it is not defined
 * @param differences each further run's value less the first one's; null where one is not defined
 */
public record MetricLine(String metric, List<Object> values, List<Object> differences) {
  public MetricLine {
    values = Collections.unmodifiableList(new ArrayList<>(values));
    differences = Collections.unmodifiableList(new ArrayList<>(differences));
  }

  static MetricLine of(String metric, List<Object> values) {
    List<Object> differences = new ArrayList<>();
    for (Object value : values.subList(1, values.size())) {
      differences.add(difference(value, values.get(0)));
    }
    return new MetricLine(metric, values, differences);
  }

  /** Whether some run has it. */
  boolean isDefined() {
    return values.stream().anyMatch(Objects::nonNull);
  }

  boolean isMoney() {
    return values.stream().anyMatch(BigDecimal.class::isInstance);
  }

  private static Object difference(Object value, Object first) {
    if (value instanceof BigDecimal money && first instanceof BigDecimal other) {
      return money.subtract(other);
    }
    if (value instanceof Double number && first instanceof Double other) {
      double difference = number.equals(other) ? 0.0 : number - other;
      return Double.isNaN(difference) ? null : difference;
    }
    boolean areCounts = isCount(value) && isCount(first);
    return areCounts
        ? (Object) (((Number) value).longValue() - ((Number) first).longValue())
        : null;
  }

  private static boolean isCount(Object value) {
    return value instanceof Long || value instanceof Integer;
  }
}
