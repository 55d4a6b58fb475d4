package io.tapedeck.jobs.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A job with all its settings applied as one line of text, to be kept and read again: JSON in the
 * order of the file, every value a text as it was written. It is YAML too.
 */
public final class JobText {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JobText() {}

  /** The text of a job without one of its top keys. */
  public static String without(Node.Mapping job, String key) {
    Map<String, Object> keys = keys(job);
    keys.remove(key);
    try {
      return MAPPER.writeValueAsString(keys);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalStateException("cannot be written as JSON: " + keys, unwritable);
    }
  }

  /**
   * The job that a text is of.
   *
   * @param source what messages call it
   */
  public static Node.Mapping parse(String text, String source) {
    return YamlTree.parse(text, source);
  }

  private static Map<String, Object> keys(Node.Mapping mapping) {
    Map<String, Object> keys = new LinkedHashMap<>();
    mapping.entries().forEach((key, entry) -> keys.put(key, value(entry.value())));
    return keys;
  }

  private static Object value(Node node) {
    if (node instanceof Node.Mapping mapping) {
      return keys(mapping);
    }
    if (node instanceof Node.Sequence sequence) {
      List<Object> items = new ArrayList<>();
      sequence.items().forEach(item -> items.add(value(item)));
      return items;
    }
    return ((Node.Scalar) node).text();
  }
}
