package io.tapedeck.jobs.identity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * One text for one value: objects with sorted keys, no spaces, numbers without exponent and
 * trailing zeros.
 *
 * <p>Values are maps with text keys, collections, texts, booleans, whole numbers and decimals. A
 * {@code double} is written as the shortest decimal that reads back as it, so it does not depend on
 * the JDK's own rule; infinities and NaN have no text.
 */
public final class CanonicalJson {
  private static final int MOST_DIGITS = 17;
  private static final HexFormat HEX = HexFormat.of();

  private CanonicalJson() {}

  /** The text of a value. @throws IllegalArgumentException for a type that has none */
  public static String of(Object value) {
    StringBuilder json = new StringBuilder();
    write(json, value);
    return json.toString();
  }

  /** The number as it is written: plain, without trailing zeros. */
  public static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The shortest decimal that reads back as this double. */
  public static BigDecimal shortest(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a parameter must be a finite number, was " + value);
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS));
  }

  private static void write(StringBuilder json, Object value) {
    if (value instanceof Map<?, ?> map) {
      writeObject(json, map);
    } else if (value instanceof Collection<?> list) {
      writeArray(json, list);
    } else if (value instanceof BigDecimal decimal) {
      json.append(number(decimal));
    } else if (value instanceof Double number) {
      json.append(number(shortest(number)));
    } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
      json.append(value);
    } else if (value instanceof String text) {
      writeText(json, text);
    } else {
      throw new IllegalArgumentException("no canonical text for " + value);
    }
  }

  private static void writeObject(StringBuilder json, Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    json.append('{');
    for (Iterator<Map.Entry<String, Object>> i = sorted.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<String, Object> entry = i.next();
      writeText(json, entry.getKey());
      json.append(':');
      write(json, entry.getValue());
      json.append(i.hasNext() ? "," : "");
    }
    json.append('}');
  }

  private static void writeArray(StringBuilder json, Collection<?> list) {
    json.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      write(json, i.next());
      json.append(i.hasNext() ? "," : "");
    }
    json.append(']');
  }

  private static void writeText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append("\\u").append(HEX.toHexDigits(c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
