package io.tapedeck.jobs.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a sweep asks: which values of which parameters, of which instruments.
 *
 * @param terms the canonical text whose digest is the sweep's id, read
 */
public record SweepQuestion(JsonNode terms) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The question of a row of `sweeps`. */
  public static SweepQuestion of(String json) {
    try {
      return new SweepQuestion(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the question of a sweep is not JSON: " + json, e);
    }
  }

  /** Each parameter with the values asked for, in words: "5, 10" or "5 to 20 by 5". */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    axes().forEach(axis -> parameters.put(axis.get(0).asText(), words(axis.get(1))));
    return parameters;
  }

  /** The parameters that differ between sets, in the order of the job file. */
  public List<String> varying() {
    List<String> varying = new ArrayList<>();
    for (JsonNode axis : axes()) {
      if (values(axis.get(1)) != 1) {
        varying.add(axis.get(0).asText());
      }
    }
    TreeSet<String> inPoints = new TreeSet<>();
    points().forEach(point -> point.fieldNames().forEachRemaining(inPoints::add));
    inPoints.stream()
        .filter(name -> !varying.contains(name) && isVaryingInPoints(name))
        .forEach(varying::add);
    return varying;
  }

  /** Sets that were listed one by one. */
  public int listedSets() {
    return points().size();
  }

  /** Which sets are taken, as the job says; empty for all. */
  public String where() {
    return terms.path("grid").path("where").asText("");
  }

  /** How many sets were drawn, with the seed; empty if none were. */
  public String draws() {
    JsonNode draws = terms.path("grid").path("draws");
    return draws.isMissingNode()
        ? ""
        : draws.path("count").asText() + " with seed " + draws.path("seed").asText();
  }

  /** The instruments of each account, as "BAC+IBM". */
  public List<String> accounts() {
    List<String> accounts = new ArrayList<>();
    for (JsonNode run : terms.path("runs")) {
      List<String> symbols = new ArrayList<>();
      run.path("symbols").forEach(symbol -> symbols.add(symbol.asText()));
      accounts.add(String.join("+", symbols));
    }
    return accounts.stream().distinct().toList();
  }

  private JsonNode axes() {
    return terms.path("grid").path("axes");
  }

  private JsonNode points() {
    return terms.path("grid").path("points");
  }

  private boolean isVaryingInPoints(String name) {
    List<String> values = new ArrayList<>();
    points().forEach(point -> values.add(point.path(name).asText()));
    return values.stream().distinct().count() > 1;
  }

  /** How many values an axis has; a range has as many as it takes to vary, or one. */
  private static int values(JsonNode axis) {
    return axis.isArray() ? axis.size() : axis.path("from").equals(axis.path("to")) ? 1 : 2;
  }

  private static String words(JsonNode axis) {
    if (axis.isArray()) {
      List<String> values = new ArrayList<>();
      axis.forEach(value -> values.add(word(value)));
      return String.join(", ", values);
    }
    return word(axis.path("from"))
        + " to "
        + word(axis.path("to"))
        + " by "
        + word(axis.path("step"));
  }

  private static String word(JsonNode value) {
    return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
  }
}
