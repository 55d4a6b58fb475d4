package io.tapedeck.lake.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** The statistics that Delta keeps of a file, as JSON. */
final class FileStatistics {
  /** Delta cuts text longer than this: equal bounds then do not mean equal values. */
  private static final int EXACT_TEXT = 31;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode root;

  private FileStatistics(JsonNode root) {
    this.root = root;
  }

  /** Statistics from the log; nothing is known of a file without. */
  static FileStatistics parse(String path, Optional<String> json) {
    try {
      return new FileStatistics(JSON.readTree(json.orElse("{}")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("statistics of " + path + " are not JSON: " + json, e);
    }
  }

  /** Number of rows, where it is known. */
  Optional<Long> rows() {
    JsonNode rows = root.path("numRecords");
    return rows.isIntegralNumber() ? Optional.of(rows.longValue()) : Optional.empty();
  }

  /** The value that every row has in a column of text, empty where all are null, if known. */
  Optional<String> constant(String column) {
    if (rows().isEmpty()) {
      return Optional.empty();
    }
    JsonNode nulls = root.path("nullCount").path(column);
    if (!nulls.isIntegralNumber()) {
      return Optional.empty();
    }
    if (nulls.longValue() == rows().get()) {
      return Optional.of("");
    }
    String least = root.path("minValues").path(column).asText("");
    String greatest = root.path("maxValues").path(column).asText("");
    boolean isConstant =
        nulls.longValue() == 0
            && !least.isEmpty()
            && least.equals(greatest)
            && least.length() <= EXACT_TEXT;
    return isConstant ? Optional.of(least) : Optional.empty();
  }
}
