package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapedeck.jobs.result.StoredSweep;
import io.tapedeck.jobs.result.StoredSweep.Dates;
import io.tapedeck.jobs.result.SweepQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SweepSheetTest {
  private static final String GRID =
      "{\"axes\":[[\"fast\",[5,10]],[\"size\",[100]]],\"points\":[],\"where\":\"fast < 7\"}";

  @Test
  void aSweepThatIsNotFinishedTellsHowFarItIs() {
    List<String> lines = SweepSheet.lines(sweep(GRID, List.of("BAC"), "BAD_PARAMETERS: no"));

    assertThat(lines)
        .containsExactly(
            "sweep " + "5".repeat(64),
            "  name                     cross",
            "  strategy                 sma-cross",
            "  parameters               fast = 5, 10",
            "                           size = 100",
            "  where                    fast < 7",
            "  sets                     1,200",
            "  accounts                 BAC",
            "  dates                    train = 2013-10-07 to 2013-10-09",
            "                           test = 2013-10-10 to 2013-10-11",
            "  ranked by                sharpe",
            "",
            "  state                    RUNNING",
            "  started_at               2026-11-23T01:34:03Z",
            // 2,400 planned less 2,000 and 30 that are there
            "  runs                     2,400 planned: 2,000 completed, 30 failed, 0 abandoned,"
                + " 370 missing",
            "  not completed            30 runs: BAD_PARAMETERS: no",
            "  warnings                 2,000 runs: no fees are charged");
  }

  @Test
  void countsOfTheAnswerAreThoseOfNow() {
    Map<String, Object> answer =
        SweepSheet.jsonable(sweep(GRID, List.of("BAC"), "BAD_PARAMETERS: no"));

    assertThat(answer)
        .containsEntry("completed", 2_000L)
        .containsEntry("failed", 30L)
        .containsEntry("missing", 370L)
        .doesNotContainKey("question_json");
  }

  @Test
  void nothingIsWiderThanTheConsole() {
    String values =
        IntStream.range(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(","));
    String grid =
        "{\"axes\":[[\"a_parameter_with_a_name_longer_than_most\",[%s]]],\"where\":\"%s\"}"
            .formatted(values, "a < 1 or ".repeat(50));
    List<String> symbols = IntStream.range(0, 50).mapToObj(i -> "SYMBOL" + i).toList();

    List<String> lines = SweepSheet.lines(sweep(grid, symbols, "FAILED: " + "x".repeat(500)));

    assertThat(lines).allMatch(line -> line.length() <= Console.WIDTH);
    assertThat(lines).contains(" ".repeat(27) + "and 30 more"); // of 50 accounts 20 are shown
  }

  private static StoredSweep sweep(String grid, List<String> symbols, String failure) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("sweep_id", "5".repeat(64));
    row.put("name", "cross");
    row.put("strategy", "sma-cross");
    row.put("rank_metric", "sharpe");
    row.put("state", "RUNNING");
    row.put("sets", 1_200L);
    row.put("runs", 2_400L);
    row.put("completed", null);
    row.put("started_at", "2026-11-23T01:34:03Z");
    row.put("finished_at", null);
    row.put("question_json", "{}");
    String runs =
        symbols.stream()
            .map(symbol -> "{\"symbols\":[\"" + symbol + "\"]}")
            .collect(Collectors.joining(","));
    return new StoredSweep(
        row,
        SweepQuestion.of("{\"grid\":" + grid + ",\"runs\":[" + runs + "]}"),
        List.of(
            new Dates("train", "2013-10-07", "2013-10-09"),
            new Dates("test", "2013-10-10", "2013-10-11")),
        Map.of("COMPLETED", 2_000L, "FAILED", 30L),
        Map.of(failure, 30L),
        Map.of("NO_FEES", 2_000L));
  }
}
