package io.tapedeck.lake.ingest;

import io.tapedeck.core.bar.BarLength;
import io.tapedeck.lake.table.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drafts a mapping for a CSV from its header and first rows, for a person to check: every guess
 * that the data cannot prove carries a comment.
 */
public final class Inference {
  private static final int SAMPLE_ROWS = 50;
  private static final String FILL_IN = "FILL_IN";
  private static final Map<String, List<String>> SYNONYMS = synonyms();

  private final SampleRows sample;
  private final Map<String, String> columns = new TreeMap<>();

  private Inference(SampleRows sample) {
    this.sample = sample;
    for (Map.Entry<String, List<String>> field : SYNONYMS.entrySet()) {
      sample.names().stream()
          .filter(name -> field.getValue().contains(plain(name)))
          .findFirst()
          .ifPresent(name -> columns.put(field.getKey(), name));
    }
  }

  /**
   * A mapping, as YAML with comments, that {@link GenericMapping#parse} reads once the user has
   * filled in what is marked.
   *
   * @throws RefusedFileException if the file is damaged or has no rows
   */
  public static String draft(Path file) throws RefusedFileException {
    SampleRows sample = SampleRows.of(file, SAMPLE_ROWS);
    return new Inference(sample).yaml(file.getFileName().toString());
  }

  private String yaml(String fileName) {
    String table = table();
    StringBuilder yaml = new StringBuilder(1_024);
    String name = fileName.replaceAll("\\..*$", "").replaceAll("[^A-Za-z0-9._-]", "-");
    yaml.append("# Drafted from ").append(fileName).append("; check each line, then see it with\n");
    yaml.append("# tapedeck ingest --mapping THIS --source FILE --dry-run\n");
    yaml.append("name: ").append(name.isEmpty() ? "mapping" : name).append('\n');
    yaml.append("table: ").append(table).append('\n');
    yaml.append("delimiter: \"")
        .append(sample.delimiter() == '\t' ? "tab" : String.valueOf(sample.delimiter()))
        .append("\"\n");
    yaml.append("header: ").append(sample.hasHeader()).append('\n');
    yaml.append(symbol());
    yaml.append(time());
    yaml.append(fields(table));
    if (columns.containsKey("aggressor") && table.equals("trades")) {
      yaml.append(side());
    }
    if (table.equals("bars")) {
      yaml.append(bars());
    }
    yaml.append("instrument: {asset_class: OTHER, currency: USD, calendar: 24/7}   # CHECK\n");
    return yaml.toString();
  }

  private String table() {
    if (columns.containsKey(Columns.BID_PRICE) && columns.containsKey(Columns.ASK_PRICE)) {
      return "quotes";
    }
    boolean isBar =
        columns.containsKey("open") && columns.containsKey("high") && columns.containsKey("low");
    return isBar ? "bars" : "trades";
  }

  private String symbol() {
    String column = columns.get("symbol");
    return column == null
        ? "symbol: {constant: FILL_IN}   # CHECK: no column names it\n"
        : "symbol: {column: " + quoted(column) + "}\n";
  }

  private String time() {
    String column = columns.getOrDefault("time", sample.names().get(0));
    List<String> values = sample.values(column);
    String text = values.isEmpty() ? "" : values.get(0);
    String comment =
        columns.containsKey("time") ? "" : "   # CHECK: guessed to be the first column";
    return "time: {column: " + quoted(column) + ", " + unit(text) + "}" + comment + "\n";
  }

  private static String unit(String text) {
    if (text.matches("\\d+(\\.\\d+)?")) {
      return text.replaceAll("\\..*", "").length() <= 8
          ? "unit: MS, since: midnight, zone: America/New_York"
          : "unit: " + BarGaps.unit(text);
    }
    boolean namesZone = text.matches(".*(Z|[+-]\\d\\d:?(\\d\\d)?)$") && text.length() > 10;
    if (text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
      return namesZone ? "unit: ISO" : "unit: ISO, zone: UTC";
    }
    return "unit: PATTERN, pattern: \"FILL_IN\", zone: UTC";
  }

  /** What the names and the times of the rows show; the rest is for a person to fill in. */
  private String bars() {
    String time = plain(columns.getOrDefault("time", ""));
    String stamp = time.contains("open") ? "open" : time.contains("close") ? "close" : FILL_IN;
    return "bars: {length: "
        + BarGaps.length(sample.values(columns.getOrDefault("time", sample.names().get(0))))
            .map(BarLength::toString)
            .orElse(FILL_IN)
        + ", stamp: "
        + stamp
        + ", price_kind: LAST}   # CHECK: length, price (LAST, BID, ASK or MID), and whether the"
        + " time is the bar's open or its close\n";
  }

  private String fields(String table) {
    List<String> known =
        GenericMapping.fields(
            switch (table) {
              case "trades" -> io.tapedeck.lake.table.LakeTable.TRADES;
              case "quotes" -> io.tapedeck.lake.table.LakeTable.QUOTES;
              default -> io.tapedeck.lake.table.LakeTable.BARS;
            });
    List<String> pairs = new ArrayList<>();
    for (String field : known) {
      String column = columns.get(field);
      boolean isText = field.equals("seq") && column != null && !isWhole(column);
      if (column != null && !isText) {
        pairs.add(field + ": " + quoted(column));
      }
    }
    return "columns: {" + String.join(", ", pairs) + "}\n";
  }

  private boolean isWhole(String column) {
    return sample.values(column).stream().allMatch(value -> value.matches("\\d{1,18}"));
  }

  private String side() {
    List<String> texts =
        sample.values(columns.get("aggressor")).stream().distinct().sorted().toList();
    List<String> buys = texts.stream().filter(t -> t.matches("(?i)b|buy|bid|1|\\+1")).toList();
    List<String> sells = texts.stream().filter(t -> t.matches("(?i)s|a|sell|ask|-1")).toList();
    return "side: {buy: "
        + list(buys.isEmpty() ? List.of("buy") : buys)
        + ", sell: "
        + list(sells.isEmpty() ? List.of("sell") : sells)
        + ", of: aggressor}   # CHECK: of: maker if it is the resting side\n";
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(Inference::quoted).toList()) + "]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static Map<String, List<String>> synonyms() {
    Map<String, List<String>> names = new TreeMap<>();
    names.put(
        "time",
        List.of(
            "tsevent",
            "timestamp",
            "time",
            "datetime",
            "date",
            "ts",
            "barclose",
            "baropen",
            "opentime",
            "closetime",
            "localtimestamp",
            "eventtime"));
    names.put("symbol", List.of("symbol", "ticker", "instrument", "pair", "sym", "market"));
    names.put("price", List.of("price", "px", "last", "tradeprice"));
    names.put("size", List.of("size", "qty", "quantity", "amount", "volume", "vol"));
    names.put("aggressor", List.of("side", "aggressor", "takerside", "direction"));
    names.put("conditions", List.of("conditions", "condition", "cond", "salecondition"));
    names.put("venue", List.of("venue", "exchange", "ex"));
    names.put("seq", List.of("seq", "sequence", "id", "tradeid", "aggid", "sequencenumber"));
    names.put(Columns.BID_PRICE, List.of("bidprice", "bid", "bidpx"));
    names.put(Columns.BID_SIZE, List.of("bidsize", "bidqty", "bidamount", "bidvolume"));
    names.put(Columns.ASK_PRICE, List.of("askprice", "ask", "askpx", "offer", "offerprice"));
    names.put(
        Columns.ASK_SIZE, List.of("asksize", "askqty", "askamount", "askvolume", "offersize"));
    names.put("open", List.of("open", "o"));
    names.put("high", List.of("high", "h"));
    names.put("low", List.of("low", "l"));
    names.put("close", List.of("close", "c", "adjclose"));
    names.put("volume", List.of("volume", "vol", "v"));
    names.put("vwap", List.of("vwap"));
    names.put(Columns.TRADE_COUNT, List.of("tradecount", "trades", "count", "numberoftrades"));
    return names;
  }
}
