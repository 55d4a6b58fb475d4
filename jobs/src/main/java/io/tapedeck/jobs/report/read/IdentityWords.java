package io.tapedeck.jobs.report.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Terms of a run's canonical text in words: {@code per_share (amount 0.005, minimum 1)}. What is
 * zero, none or unlimited is not told; what the text may hold one day is told as it is.
 */
final class IdentityWords {
  private static final String KIND = "kind";
  private static final String NANOS = "_nanos";
  private static final String PARTS = "_e4";
  private static final int PARTS_DECIMALS = 4;
  private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);

  private IdentityWords() {}

  /** The words for a value; empty where it says that there is nothing. */
  static String of(JsonNode node) {
    if (node.isObject()) {
      return object(node);
    }
    if (node.isArray()) {
      List<String> words = new ArrayList<>();
      node.forEach(each -> words.add(of(each)));
      return String.join("; ", words);
    }
    return node.isNumber() ? number(node) : text(node.asText());
  }

  private static String object(JsonNode node) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!field.getKey().equals(KIND)) {
        String told = field(field.getKey(), field.getValue());
        if (!told.isEmpty()) {
          words.add(told);
        }
      }
    }
    String all = String.join(", ", words);
    if (!node.path(KIND).isTextual()) {
      return all;
    }
    String kind = text(node.path(KIND).asText());
    return all.isEmpty() || kind.isEmpty() ? kind : kind + " (" + all + ")";
  }

  private static String field(String name, JsonNode value) {
    if (name.endsWith(NANOS) || name.equals("nanos")) {
      String millis = isNothing(value) ? "" : millis(value);
      return millis.isEmpty() ? "" : (name.replace(NANOS, "") + " " + millis).replace("nanos ", "");
    }
    if (name.endsWith(PARTS) && !isNothing(value)) {
      BigDecimal whole = decimal(value).movePointLeft(PARTS_DECIMALS);
      return name.replace(PARTS, "") + " " + whole.stripTrailingZeros().toPlainString();
    }
    String words = of(value);
    return words.isEmpty() ? "" : name + " " + words;
  }

  private static String millis(JsonNode nanos) {
    return decimal(nanos).divide(NANOS_PER_MILLI).stripTrailingZeros().toPlainString() + " ms";
  }

  private static String number(JsonNode node) {
    return isNothing(node) ? "" : decimal(node).stripTrailingZeros().toPlainString();
  }

  private static String text(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return word.equals("none") ? "" : word;
  }

  private static boolean isNothing(JsonNode number) {
    BigDecimal value = decimal(number);
    return value.signum() == 0
        || value.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) == 0
        || value.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) == 0;
  }

  private static BigDecimal decimal(JsonNode number) {
    return new BigDecimal(number.asText("0"));
  }
}
