package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.compare.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunSheetTest {
  @Test
  void mapsHaveALineForEachKeyAndWarningsAreSentences() {
    List<String> lines = RunSheet.lines(run("abc").stored(), List.of());

    assertThat(lines)
        .startsWith("run abc")
        .containsSubsequence(
            "  parameters               fast = 5",
            "                           slow = 20",
            "  symbols                  XYZ",
            "  warnings                 no fees are charged",
            "  table_versions           trades = 3",
            "  denied                   MAX_ORDER = 2")
        .noneMatch(line -> line.contains("identity_json"));
  }

  @Test
  void timesOfRiskEventsAreReadToTheNanosecond() {
    assertThat(RunSheet.time(1_704_724_200_000_000_001L))
        .isEqualTo("2024-01-08T14:30:00.000000001Z");
    assertThat(RunSheet.time(-1)).isEqualTo("1969-12-31T23:59:59.999999999Z");

    List<String> lines =
        RunSheet.lines(run("abc").stored(), List.of(riskEvent("MAX_ORDER", "XYZ")));

    assertThat(lines.get(lines.size() - 1))
        .isEqualTo(
            "DENIED      2024-01-08T14:30:00.000000001Z      7  XYZ     MAX_ORDER    250.00"
                + "  100.00");
  }

  @Test
  void ofManyRiskEventsTheFirstAreShown() {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      events.add(riskEvent("HALTED", "XYZ"));
    }

    assertThat(RunSheet.lines(run("abc").stored(), events)).endsWith("and 3 more in risk_events");
  }

  @Property(tries = 200)
  void noLineIsWiderThanTheConsole(
      @ForAll("texts") Map<String, String> parameters,
      @ForAll("texts") Map<String, String> versions,
      @ForAll("text") String detail,
      @ForAll("text") String symbol) {
    BigDecimal money = new BigDecimal("1234567890123456789.123456789");

    List<String> lines =
        RunSheet.lines(
            run("a".repeat(64))
                .with("parameters", new TreeMap<>(parameters))
                .with("table_versions", new TreeMap<>(versions))
                .with("symbols", List.of(symbol, symbol, symbol))
                .with("detail", detail)
                .figure("a_figure_with_a_name_that_is_longer_than_most", money)
                .equity(money.toString(), money.toString())
                .stored(),
            List.of(riskEvent(detail, symbol)));

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(Console.WIDTH));
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(60), text())
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.strings().alpha().numeric().withChars(" ,{}\":\n").ofMaxLength(250);
  }

  private static Map<String, Object> riskEvent(String reason, String symbol) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", null);
    event.put("ts_event", 1_704_724_200_000_000_001L);
    event.put("order_id", 7L);
    event.put("symbol", symbol);
    event.put("reason", reason);
    event.put("measured", new BigDecimal("250.000000000"));
    event.put("limit_value", new BigDecimal("100.000000000"));
    return event;
  }
}
