package io.tapedeck.jobs.job;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads single values as what they should be; refusals name the place and what was expected. */
final class Scalars {
  private static final Pattern DECIMAL =
      Pattern.compile("-?\\d{1,30}(\\.\\d{0,30})?(?:[eE][-+]?\\d{1,2})?");

  private Scalars() {}

  /** A word, number or quoted text; nothing is none. */
  static String text(Node node, String path) {
    if (node instanceof Node.Scalar scalar && !scalar.isMissing()) {
      return scalar.text();
    }
    throw UsageException.at(node.mark(), path + " must be a single value, was " + node.kind());
  }

  static long whole(Node node, String path, long least, long most) {
    return parsed(
        node,
        path,
        "a whole number from " + least + " to " + most,
        text -> {
          long value = Long.parseLong(text.replace("_", ""));
          return value >= least && value <= most ? value : null;
        });
  }

  /** An exact decimal number, not negative. */
  static BigDecimal amount(Node node, String path) {
    return parsed(
        node,
        path,
        "a number that is not negative, such as 0.005",
        text -> text.startsWith("-") ? null : decimal(text));
  }

  /** An exact decimal number of either sign. */
  static BigDecimal decimal(Node node, String path) {
    return parsed(node, path, "a number such as 0.005", Scalars::decimal);
  }

  /** A decimal number counted in parts of ten to the minus {@code decimals}. */
  static long counted(Node node, String path, int decimals) {
    return parsed(
        node,
        path,
        "a number with at most " + decimals + " decimals",
        text -> {
          BigDecimal value = decimal(text);
          return value == null ? null : value.movePointRight(decimals).longValueExact();
        });
  }

  /** A duration in nanoseconds, not negative, written with its unit. */
  static long nanos(Node node, String path) {
    return parsed(
        node, path, "a duration with its unit, such as 5ms, 250us or 1s", Durations::nanos);
  }

  static boolean truth(Node node, String path) {
    return parsed(
        node,
        path,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Boolean.TRUE;
              case "false" -> Boolean.FALSE;
              default -> null;
            });
  }

  /** One of an enum's constants, in any case; hyphens are underscores. */
  static <E extends Enum<E>> E choice(String text, Class<E> type, String path, Mark mark) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.replace('-', '_'))) {
        return constant;
      }
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw UsageException.at(
        mark, path + " must be one of " + String.join(", ", names) + ", was '" + text + "'");
  }

  /** The value that a parser makes of a text; a null or an exception of numbers refuses it. */
  static <T> T parsed(Node node, String path, String expected, Function<String, T> parser) {
    String text = text(node, path);
    T value;
    try {
      value = parser.apply(text);
    } catch (NumberFormatException | DateTimeException | ArithmeticException malformed) {
      value = null;
    }
    if (value == null) {
      throw UsageException.at(node.mark(), path + " must be " + expected + ", was '" + text + "'");
    }
    return value;
  }

  private static BigDecimal decimal(String text) {
    String digits = text.replace("_", "");
    return DECIMAL.matcher(digits).matches() ? new BigDecimal(digits) : null;
  }
}
