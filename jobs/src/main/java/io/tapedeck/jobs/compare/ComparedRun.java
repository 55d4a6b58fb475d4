package io.tapedeck.jobs.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapedeck.jobs.result.StoredRun;
import io.tapedeck.lake.table.Columns;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run with all that determines it, cut into terms that can be held against another's.
 *
 * @param stored what the tables have of it
 * @param terms all terms by section and key
 */
public record ComparedRun(StoredRun stored, Map<Section, SortedMap<String, String>> terms) {
  static final String VERSIONS = Columns.TABLE_VERSIONS + ".";

  private static final String UNIVERSE = "universe";
  private static final String STANDARD_CURRENCY = "USD"; // of rows of before there was a column

  /** Keys of a run's canonical text that are told in other sections. */
  private static final List<String> NOT_ASSUMED =
      List.of(
          UNIVERSE,
          "tape",
          Columns.CALENDAR,
          "first",
          "last",
          Columns.STRATEGY,
          Columns.STRATEGY_DIGEST,
          "engine",
          Columns.PARAMETERS);

  /** What the canonical text says of an instrument, in its order. */
  private static final List<String> INSTRUMENT_TERMS =
      List.of(
          Columns.SYMBOL,
          Columns.ASSET_CLASS,
          Columns.CURRENCY,
          "currency decimals",
          "price quantum (1e-9)",
          "size quantum (1e-9)",
          "price increment (ticks)",
          "size increment (lots)",
          Columns.MULTIPLIER,
          Columns.CALENDAR,
          "has quotes",
          "has trades",
          "has bars",
          "has auctions",
          Columns.VENUE);

  /** The terms of a stored run. */
  public static ComparedRun of(StoredRun stored) {
    JsonNode identity = FlatTerms.read(stored.text(Columns.IDENTITY_JSON));
    Map<Section, SortedMap<String, String>> terms = new EnumMap<>(Section.class);
    terms.put(Section.STRATEGY, columns(stored, Columns.STRATEGY, Columns.STRATEGY_DIGEST));
    terms.put(Section.PARAMETERS, texts("", stored.run().get(Columns.PARAMETERS)));
    terms.put(
        Section.ASSUMPTIONS, FlatTerms.of(identity.<ObjectNode>deepCopy().remove(NOT_ASSUMED)));
    terms.put(Section.DATA, data(stored, identity));
    terms.put(Section.ENGINE, columns(stored, Columns.ENGINE_SEMANTICS));
    terms.put(Section.WARNINGS, present(stored.run().get(Columns.WARNINGS)));
    terms.put(Section.RECORD, columns(stored, Columns.RECORD));
    return new ComparedRun(stored, terms);
  }

  public String runId() {
    return stored.runId();
  }

  public String currency() {
    String code = stored.text(Columns.CURRENCY);
    return code.isEmpty() ? STANDARD_CURRENCY : code;
  }

  private static SortedMap<String, String> data(StoredRun stored, JsonNode identity) {
    SortedMap<String, String> data =
        columns(
            stored,
            Columns.SYMBOLS,
            Columns.FIRST_DATE,
            Columns.LAST_DATE,
            Columns.TAPE_DIGEST,
            Columns.CALENDAR_DIGEST);
    data.putAll(texts(VERSIONS, stored.run().get(Columns.TABLE_VERSIONS)));
    for (JsonNode instrument : FlatTerms.read(identity.path(UNIVERSE).asText("[]"))) {
      for (int i = 1; i < instrument.size(); i++) {
        String name = i < INSTRUMENT_TERMS.size() ? INSTRUMENT_TERMS.get(i) : "term " + i;
        data.put(instrument.path(0).asText() + "." + name, instrument.get(i).asText());
      }
    }
    return data;
  }

  private static SortedMap<String, String> columns(StoredRun stored, String... names) {
    SortedMap<String, String> terms = new TreeMap<>();
    for (String name : names) {
      Object value = stored.run().get(name);
      if (value != null) {
        terms.put(name, value instanceof List<?> list ? joined(list) : value.toString());
      }
    }
    return terms;
  }

  private static SortedMap<String, String> texts(String prefix, Object map) {
    SortedMap<String, String> terms = new TreeMap<>();
    if (map instanceof Map<?, ?> values) {
      values.forEach((name, value) -> terms.put(prefix + name, String.valueOf(value)));
    }
    return terms;
  }

  private static SortedMap<String, String> present(Object names) {
    SortedMap<String, String> terms = new TreeMap<>();
    if (names instanceof Collection<?> list) {
      list.forEach(name -> terms.put(String.valueOf(name), "yes"));
    }
    return terms;
  }

  private static String joined(List<?> list) {
    return String.join("+", list.stream().map(String::valueOf).toList());
  }
}
