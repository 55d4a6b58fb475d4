package io.tapedeck.core.strategy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Reads the text of a parameter as a value of its component's type. */
final class ParameterText {
  private static final int LARGEST_SCALE = 100;

  private ParameterText() {}

  /** The value; empty if the text is not one of this type. */
  static Optional<Object> read(Class<?> type, String text) {
    if (type == String.class) {
      return Optional.of(text);
    }
    String trimmed = text.trim();
    if (type == boolean.class) {
      return truth(trimmed);
    }
    return type.isEnum() ? constant(type, trimmed) : number(type, trimmed);
  }

  private static Optional<Object> truth(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(text))
        .map(Object.class::cast)
        .findFirst();
  }

  private static Optional<Object> number(Class<?> type, String text) {
    try {
      if (type == int.class) {
        return Optional.of(Integer.parseInt(text));
      }
      if (type == long.class) {
        return Optional.of(Long.parseLong(text));
      }
      BigDecimal decimal = plain(new BigDecimal(text));
      return Math.abs(decimal.scale()) > LARGEST_SCALE
          ? Optional.empty()
          : Optional.of(type == double.class ? (Object) decimal.doubleValue() : decimal);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** One spelling for equal numbers, so that equal parameters make equal records: 1.50 is 1.5. */
  private static BigDecimal plain(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() >= -LARGEST_SCALE
        ? stripped.setScale(0)
        : stripped;
  }
}
