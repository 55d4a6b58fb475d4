package io.tapedeck.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.core.indicator.Seeding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrategyCatalogTest {
  private final StrategyCatalog catalog =
      StrategyCatalog.load(StrategyCatalogTest.class.getClassLoader());

  @Test
  void theShippedStrategiesAreKnownByName() {
    assertThat(catalog.names())
        .containsExactly(
            "band-reversion",
            "bollinger-reversion",
            "buy-and-hold",
            "donchian-breakout",
            "ema-cross",
            "macd-trend",
            "market-maker",
            "momentum-rotation",
            "opening-range-breakout",
            "pairs-zscore",
            "rsi-reversal",
            "session-holder",
            "signal-follower",
            "sma-cross");
    assertThat(catalog.names()).allSatisfy(name -> assertThat(summary(name)).endsWith("."));
  }

  @Test
  void everyParameterSaysWhatItMeansAndEveryNumberItsRange() {
    for (String name : catalog.names()) {
      assertThat(catalog.parameters(name))
          .as(name)
          .isNotEmpty()
          .allSatisfy(parameter -> assertThat(parameter.meaning()).isNotBlank())
          .filteredOn(parameter -> parameter.type().contains("number"))
          .allSatisfy(parameter -> assertThat(parameter.range()).isNotBlank());
    }
  }

  @Test
  void everyStandardIsInItsRange() {
    Map<String, String> needed =
        Map.of("fast", "2", "slow", "3", "window", "9", "bandBps", "5", "size", "1");
    Map<String, String> others = Map.of("lookback", "5", "every", "5", "hold", "1");
    for (String name : catalog.names()) {
      Map<String, String> texts = new TreeMap<>();
      for (ParameterDescription parameter : catalog.parameters(name)) {
        if (parameter.isMandatory()) {
          String text = needed.getOrDefault(parameter.name(), others.get(parameter.name()));
          texts.put(parameter.name(), text == null ? "10" : text);
        }
      }
      assertThat(catalog.build(name, texts)).as(name).isNotNull();
    }
  }

  private String summary(String name) {
    return catalog.provider(name).summary();
  }

  @Test
  void aMistypedNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalog.provider("sma-corss"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no strategy sma-corss; did you mean sma-cross? Known: band-rev");
  }

  @Test
  void parametersAreDescribedFromTheirRecord() {
    assertThat(catalog.parameters("sma-cross"))
        .containsExactly(
            new ParameterDescription(
                "fast",
                "a whole number",
                "events",
                "from 1, below slow",
                "",
                "window of the fast mean"),
            new ParameterDescription(
                "slow", "a whole number", "events", "above fast", "", "window of the slow mean"),
            new ParameterDescription(
                "size",
                "a number",
                "units",
                "positive, or 0: the run's sizing",
                "",
                "size of the position held"),
            new ParameterDescription(
                "price",
                "AUTO, MID, LAST or BAR",
                "",
                "",
                "AUTO",
                "price watched, and events counted"),
            new ParameterDescription(
                "allowShort",
                "true or false",
                "",
                "",
                "false",
                "goes short, or flat, when fast is below slow"));
  }

  @Test
  void textsBecomeTheRecordAndTheRestTakesItsStandard() {
    assertThat(catalog.build("sma-cross", Map.of("fast", "5", "slow", " 20 ", "size", "1.50")))
        .isEqualTo(new SmaCross.Params(5, 20, new BigDecimal("1.5"), PriceSource.AUTO, false));
    assertThat(
            catalog.build(
                "ema-cross",
                Map.of(
                    "fast",
                    "5",
                    "slow",
                    "20",
                    "size",
                    "1e2",
                    "seed",
                    "first",
                    "price",
                    "LAST",
                    "allowShort",
                    "true")))
        .isEqualTo(
            new EmaCross.Params(
                5, 20, new BigDecimal("100"), PriceSource.LAST, Seeding.FIRST, true));
  }

  @Test
  void aMissingParameterIsNamedWithItsMeaning() {
    assertThatThrownBy(() -> catalog.build("sma-cross", Map.of("fast", "5", "size", "1")))
        .isInstanceOf(ParameterException.class)
        .hasMessage(
            "sma-cross needs parameter slow: window of the slow mean (a whole number (events, above"
                + " fast))");
  }

  @Test
  void anUnknownParameterIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> catalog.build("sma-cross", Map.of("fsat", "5")))
        .isInstanceOf(ParameterException.class)
        .hasMessage("sma-cross has no parameter fsat; did you mean fast?");
  }

  @ParameterizedTest
  @CsvSource({
    "fast, 2.5, 'fast of sma-cross must be a whole number (events, from 1, below slow), was 2.5'",
    "size, many, 'size of sma-cross must be a number (units, positive, or 0: the run''s sizing),"
        + " was many'",
    "size, 1e999, 'size of sma-cross must be a number (units, positive, or 0: the run''s sizing),"
        + " was 1e999'",
    "size, NaN, 'size of sma-cross must be a number (units, positive, or 0: the run''s sizing), was"
        + " NaN'",
    "price, mean, 'price of sma-cross must be AUTO, MID, LAST or BAR, was mean'",
    "allowShort, yes, 'allowShort of sma-cross must be true or false, was yes'"
  })
  void aTextOfTheWrongTypeIsRefusedWithWhatItMustBe(String name, String text, String message) {
    assertThatThrownBy(() -> catalog.build("sma-cross", complete(name, text)))
        .isInstanceOfSatisfying(
            ParameterException.class, e -> assertThat(e.parameter()).isEqualTo(name))
        .hasMessage(message);
  }

  private static Map<String, String> complete(String name, String text) {
    Map<String, String> texts = new TreeMap<>(Map.of("fast", "5", "slow", "20", "size", "1"));
    texts.put(name, text);
    return texts;
  }

  @Test
  void aValueOutOfRangeIsRefusedByItsRecord() {
    assertThatThrownBy(
            () -> catalog.build("sma-cross", Map.of("fast", "9", "slow", "5", "size", "1")))
        .isInstanceOf(ParameterException.class)
        .hasMessage("sma-cross: slow must be above fast (9 events), was 5");
  }

  @Test
  void distanceCountsSingleLetterEdits() {
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    assertThat(NearestName.of("bandbps", List.of("window", "bandBps"))).isEqualTo("bandBps");
  }
}
