package io.tapedeck.lake.ingest;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.AssetClass;
import io.tapedeck.lake.calendar.DailyCalendar;
import io.tapedeck.lake.ingest.GenericMapping.BarRule;
import io.tapedeck.lake.ingest.GenericMapping.CsvRule;
import io.tapedeck.lake.ingest.GenericMapping.DateRule;
import io.tapedeck.lake.ingest.GenericMapping.RoundRule;
import io.tapedeck.lake.ingest.GenericMapping.SideRule;
import io.tapedeck.lake.ingest.GenericMapping.SymbolRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeRule;
import io.tapedeck.lake.ingest.GenericMapping.TimeUnit;
import io.tapedeck.lake.table.Columns;
import io.tapedeck.lake.table.LakeTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads mappings from YAML. */
final class MappingYaml {
  private MappingYaml() {}

  static GenericMapping parse(String yaml) {
    YamlNode root = YamlNode.parse(yaml);
    LakeTable table = table(root);
    GenericMapping mapping =
        new GenericMapping(
            name(root),
            table,
            csv(root),
            symbol(root.child("symbol")),
            time(root.child("time")),
            root.has("receive_time") ? time(root.child("receive_time")) : null,
            root.has("date") ? date(root.child("date")) : null,
            columns(root.child("columns"), table),
            root.has("side") ? side(root.child("side")) : null,
            shift(root, "price_scale"),
            shift(root, "size_scale"),
            root.has("round_to") ? roundTo(root.child("round_to")) : RoundRule.NEVER,
            root.has("bars") ? bars(root.child("bars")) : null,
            root.has("instrument") ? instrument(root.child("instrument")) : unknown());
    root.requireNothingElse();
    return mapping;
  }

  private static String name(YamlNode root) {
    String name = root.text("name");
    Require.that(
        name.matches("[A-Za-z0-9._-]{1,64}"),
        "name must be 1 to 64 letters, digits, points and dashes, was %s",
        name);
    boolean isTaken =
        name.equals(SignalsFormat.NAME)
            || Profiles.all().stream().anyMatch(profile -> profile.name().equals(name));
    Require.that(!isTaken, "name %s is that of a built-in profile; choose another", name);
    return name;
  }

  private static LakeTable table(YamlNode root) {
    return switch (root.oneOf("table", List.of("trades", "quotes", "bars"))) {
      case "trades" -> LakeTable.TRADES;
      case "quotes" -> LakeTable.QUOTES;
      default -> LakeTable.BARS;
    };
  }

  private static CsvRule csv(YamlNode root) {
    String delimiter = root.text("delimiter", ",");
    if (delimiter.equals("tab") || delimiter.equals("\\t")) {
      delimiter = "\t";
    }
    Require.that(
        delimiter.length() == 1 && delimiter.charAt(0) < 128,
        "delimiter must be one ASCII character or tab, was %s",
        delimiter);
    return new CsvRule(
        delimiter.charAt(0),
        root.flag("header", true),
        root.texts("null_tokens", GenericMapping.NULL_TOKENS));
  }

  private static SymbolRule symbol(YamlNode node) {
    SymbolRule rule =
        new SymbolRule(node.text("column", null), node.text("constant", null), node.regex("file"));
    node.requireNothingElse();
    return rule;
  }

  private static TimeRule time(YamlNode node) {
    TimeUnit unit =
        TimeUnit.valueOf(
            node.oneOf("unit", Arrays.stream(TimeUnit.values()).map(TimeUnit::name).toList()));
    String since = node.text("since", "epoch");
    Require.that(
        since.equals("epoch") || since.equals("midnight"),
        "since must be epoch or midnight, was %s",
        since);
    TimeRule rule =
        new TimeRule(
            node.text("column"),
            unit,
            node.timePattern("pattern"),
            node.zone("zone"),
            since.equals("midnight"));
    node.requireNothingElse();
    return rule;
  }

  private static DateRule date(YamlNode node) {
    String pattern = node.timePattern("pattern");
    DateRule rule =
        new DateRule(
            node.text("column", null),
            node.regex("file"),
            pattern == null ? "yyyy-MM-dd" : pattern);
    node.requireNothingElse();
    return rule;
  }

  private static SortedMap<String, String> columns(YamlNode node, LakeTable table) {
    TreeMap<String, String> columns = new TreeMap<>();
    for (String field : GenericMapping.fields(table)) {
      if (node.has(field)) {
        columns.put(field, node.text(field));
      }
    }
    node.requireNothingElse();
    return columns;
  }

  private static SideRule side(YamlNode node) {
    String of = node.text("of", "aggressor");
    Require.that(
        of.equals("aggressor") || of.equals("maker"),
        "side's of must be aggressor or maker, was %s",
        of);
    int sign = of.equals("maker") ? -1 : 1;
    TreeMap<String, Integer> signs = new TreeMap<>();
    node.texts("buy", List.of()).forEach(text -> signs.put(text, sign));
    node.texts("sell", List.of()).forEach(text -> signs.put(text, -sign));
    node.texts("neither", List.of()).forEach(text -> signs.put(text, 0));
    node.requireNothingElse();
    Require.that(
        signs.containsValue(1) && signs.containsValue(-1), "side needs texts for buy and for sell");
    return new SideRule(signs);
  }

  private static int shift(YamlNode root, String key) {
    BigDecimal scale = root.decimal(key, BigDecimal.ONE).stripTrailingZeros();
    Require.that(
        scale.unscaledValue().equals(java.math.BigInteger.ONE)
            && Math.abs((long) scale.scale()) <= 12,
        "%s must be a power of ten, was %s",
        key,
        scale.toPlainString());
    return -scale.scale();
  }

  private static RoundRule roundTo(YamlNode node) {
    RoundRule rule = new RoundRule(node.decimals("price"), node.decimals("size"));
    node.requireNothingElse();
    return rule;
  }

  private static BarRule bars(YamlNode node) {
    String stamp = node.oneOf("stamp", List.of("open", "close"));
    BarRule rule =
        new BarRule(
            node.text("length"),
            stamp.equals("close"),
            node.text(Columns.PRICE_KIND, "LAST").toUpperCase(Locale.ROOT));
    node.requireNothingElse();
    return rule;
  }

  private static InstrumentDefaults unknown() {
    return new InstrumentDefaults(AssetClass.OTHER, "USD", 0, 0, 0, DailyCalendar.NAME);
  }

  private static InstrumentDefaults instrument(YamlNode node) {
    InstrumentDefaults defaults =
        new InstrumentDefaults(
            AssetClass.valueOf(
                node.has(Columns.ASSET_CLASS)
                    ? node.oneOf(
                        Columns.ASSET_CLASS,
                        Arrays.stream(AssetClass.values()).map(AssetClass::name).toList())
                    : AssetClass.OTHER.name()),
            node.text("currency", "USD"),
            e9(node, Columns.PRICE_QUANTUM),
            e9(node, Columns.SIZE_QUANTUM),
            e9(node, Columns.PRICE_INCREMENT),
            node.text("calendar", DailyCalendar.NAME));
    node.requireNothingElse();
    return defaults;
  }

  private static long e9(YamlNode node, String key) {
    BigDecimal value = node.decimal(key, BigDecimal.ZERO);
    Require.that(
        value.signum() >= 0 && value.stripTrailingZeros().scale() <= 9,
        "%s must be positive with at most nine decimals, was %s",
        key,
        value);
    return value.movePointRight(9).longValueExact();
  }
}
