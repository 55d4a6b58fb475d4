package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A map in a YAML text whose keys are all known; every scalar is text, so ON stays ON. */
final class YamlNode {
  private final String place;
  private final Map<String, Object> values;
  private final TreeSet<String> known = new TreeSet<>();

  private YamlNode(String place, Map<String, Object> values) {
    this.place = place;
    this.values = values;
  }

  static YamlNode parse(String yaml) {
    LoaderOptions loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    loading.setMaxAliasesForCollections(0);
    DumperOptions dumping = new DumperOptions();
    try {
      Object root =
          new Yaml(
                  new SafeConstructor(loading),
                  new Representer(dumping),
                  dumping,
                  loading,
                  new TextOnly())
              .load(yaml);
      return node("the mapping", root);
    } catch (YAMLException e) {
      throw new IllegalArgumentException("the mapping is no YAML: " + e.getMessage(), e);
    }
  }

  boolean has(String key) {
    known.add(key);
    return values.containsKey(key);
  }

  YamlNode child(String key) {
    Require.that(has(key), "%s must have %s", place, key);
    return node(key, values.get(key));
  }

  String text(String key) {
    Require.that(has(key), "%s must have %s", place, key);
    return scalar(key, values.get(key));
  }

  String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  String oneOf(String key, List<String> allowed) {
    String text = text(key);
    return allowed.stream()
        .filter(choice -> choice.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    key + " of " + place + " must be one of " + allowed + ", was " + text));
  }

  boolean flag(String key, boolean otherwise) {
    return has(key) ? oneOf(key, List.of("true", "false")).equals("true") : otherwise;
  }

  List<String> texts(String key, List<String> otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    Object value = values.get(key);
    List<?> items = value instanceof List<?> list ? list : List.of(value);
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(scalar(key, item)));
    return List.copyOf(texts);
  }

  BigDecimal decimal(String key, BigDecimal otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    try {
      return new BigDecimal(text(key));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          key + " of " + place + " must be a decimal number, was " + text(key), e);
    }
  }

  /** A number of decimals from 0 to 9; -1 if it is not given. */
  int decimals(String key) {
    if (!has(key)) {
      return -1;
    }
    Require.that(
        text(key).matches("\\d"), "%s of %s must be from 0 to 9, was %s", key, place, text(key));
    return Integer.parseInt(text(key));
  }

  /** A regular expression with one group; null if it is not given. */
  String regex(String key) {
    String text = text(key, null);
    if (text != null) {
      try {
        Require.that(
            Pattern.compile(text).matcher("").groupCount() == 1,
            "%s of %s must have one group in parentheses, was %s",
            key,
            place,
            text);
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            key + " of " + place + " is no regular expression: " + e.getMessage(), e);
      }
    }
    return text;
  }

  String timePattern(String key) {
    String text = text(key, null);
    if (text != null) {
      try {
        Objects.requireNonNull(DateTimeFormatter.ofPattern(text, Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            key + " of " + place + " is no date or time pattern: " + e.getMessage(), e);
      }
    }
    return text;
  }

  String zone(String key) {
    String text = text(key, null);
    if (text != null) {
      try {
        return ZoneId.of(text).getId();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(
            key + " of " + place + " is no time zone: " + text + "; write it like America/New_York",
            e);
      }
    }
    return null;
  }

  /** Refuses keys that nobody has asked for. */
  void requireNothingElse() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "unknown key " + key + " in " + place + "; did you mean " + nearest(key) + "?");
      }
    }
  }

  private String nearest(String key) {
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(candidate, key)))
        .orElse("");
  }

  /** Edit distance after Levenshtein. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }

  private static YamlNode node(String place, Object value) {
    Require.that(
        value instanceof Map, "%s must be keys and values, was %s", place, String.valueOf(value));
    Map<String, Object> values = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((key, v) -> values.put(String.valueOf(key), v));
    return new YamlNode(place, values);
  }

  private String scalar(String key, Object value) {
    Require.that(value instanceof String, "%s of %s must be one text, was %s", key, place, value);
    return (String) value;
  }

  /** Takes no scalar for anything but text. */
  private static final class TextOnly extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }
}
