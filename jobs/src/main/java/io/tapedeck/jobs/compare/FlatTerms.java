package io.tapedeck.jobs.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Nested terms as one level: {@code market.fees[0].bps} is {@code 5}. */
final class FlatTerms {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private FlatTerms() {}

  /** The tree of a canonical text. */
  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the terms of a run are not JSON: " + json, e);
    }
  }

  /** All leaves below a node by their paths; an empty list or object is a leaf. */
  static SortedMap<String, String> of(JsonNode node) {
    SortedMap<String, String> leaves = new TreeMap<>();
    add(leaves, "", node);
    return leaves;
  }

  private static void add(Map<String, String> leaves, String path, JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        add(
            leaves,
            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
            field.getValue());
      }
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        add(leaves, path + "[" + i + "]", node.get(i));
      }
    } else {
      leaves.put(path, text(node));
    }
  }

  private static String text(JsonNode leaf) {
    if (leaf.isNumber()) {
      return leaf.decimalValue().toPlainString();
    }
    return leaf.isValueNode() ? leaf.asText() : "none";
  }
}
