package io.tapedeck.jobs.sweep;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import io.tapedeck.jobs.cli.Console;
import io.tapedeck.lake.table.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line shows of a small sweep: 2 × 2 sets of one symbol, one of them refused. */
class StoredResultsIT {
  private static final ObjectMapper ONE_OBJECT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @TempDir private static Path folder;
  private static Lake lake;

  /** Id of the run of each set, by "fast/slow". */
  private static final Map<String, String> RUNS = new TreeMap<>();

  @BeforeAll
  static void sweep() throws Exception {
    lake = SweepLake.in(folder.resolve("lake"));
    SweepLake.sweep(
            lake,
            """
            name: means
            universe: [TTT]
            session: all
            strategy: {name: sma-cross, parameters: {fast: [2, 5], slow: [5, 20], size: 10}}
            fees: {per_share: 0.005}
            risk: {max_orders: 1, per: 1h}
            record: fills
            rank: total_return
            """)
        .run(SweepProgress.SILENT);
    for (JsonNode run : json("runs", "--sweep", "means").get("runs")) {
      JsonNode parameters = run.get("parameters");
      RUNS.put(
          parameters.get("fast").asText() + "/" + parameters.get("slow").asText(),
          run.get("run_id").asText());
    }
  }

  @Test
  void sweepsAndRunsAreListed() throws Exception {
    JsonNode sweeps = json("runs").get("sweeps");
    assertThat(sweeps).hasSize(1);
    assertThat(sweeps.get(0).get("name").asText()).isEqualTo("means");
    assertThat(sweeps.get(0).get("started_at").asText()).matches("\\d{4}-.*T.*Z");
    assertThat(RUNS).containsOnlyKeys("2/20", "2/5", "5/20", "5/5");

    JsonNode failed = json("runs", "--status", "failed");
    assertThat(failed.get("runs").findValuesAsText("run_id")).containsExactly(RUNS.get("5/5"));
    assertThat(failed.get("has_more").asBoolean()).isFalse();
    assertThat(json("runs", "--sweep", "means", "--limit", "3").get("has_more").asBoolean())
        .isTrue();
    assertThat(text("runs", "--sweep", "means")).hasSize(5); // a header and four runs
  }

  @Test
  void aSweepIsShownByItsNameWithItsQuestionAndItsBest() throws Exception {
    JsonNode shown = json("show", "means", "--top", "2");

    JsonNode sweep = shown.get("sweep");
    assertThat(sweep.get("state").asText()).isEqualTo("DONE");
    assertThat(sweep.get("completed").asLong()).isEqualTo(3);
    assertThat(sweep.get("failed").asLong()).isEqualTo(1);
    assertThat(sweep.get("missing").asLong()).isZero();
    assertThat(sweep.get("question").get("grid").get("axes").get(0).toString())
        .isEqualTo("[\"fast\",[2,5]]");
    assertThat(sweep.get("windows").toString())
        .isEqualTo("[{\"window\":\"all\",\"first\":\"2024-01-08\",\"last\":\"2024-01-11\"}]");
    assertThat(shown.get("best").findValuesAsText("rank")).containsExactly("1", "2");
    String id = sweep.get("sweep_id").asText();
    assertThat(text("show", id.substring(0, 8)))
        .startsWith("sweep " + id)
        .contains(
            "  parameters               fast = 2, 5", "                           slow = 5, 20")
        .anyMatch(line -> line.matches("  runs +4 planned: 3 completed, 1 failed.*0 missing"))
        .anyMatch(line -> line.startsWith("best 3 by total_return, of 4 sets tried"));
  }

  @Test
  void aRunIsShownWithTimesOfItsRiskEventsForReading() throws Exception {
    JsonNode shown = json("show", RUNS.get("2/5"));

    assertThat(shown.get("run").get("parameters").get("slow").asText()).isEqualTo("5");
    assertThat(shown.get("daily")).hasSize(4);
    assertThat(shown.get("metrics").get("start_equity").isNumber()).isTrue();
    JsonNode risk = shown.get("risk_events").get(0); // one order an hour: the second is refused
    assertThat(risk.get("at").asText()).matches("2024-01-08T\\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z");
    assertThat(text("show", RUNS.get("2/5")))
        .anyMatch(line -> line.startsWith("DENIED") && line.contains(risk.get("at").asText()));
  }

  @Test
  void twoRunsAreComparedByWhatDiffersAndWhereTheyPart() throws Exception {
    String first = RUNS.get("2/5");
    String other = RUNS.get("2/20");
    JsonNode comparison = json("compare", first.substring(0, 12), other);

    assertThat(comparison.get("differences").toString())
        .isEqualTo("[{\"section\":\"PARAMETERS\",\"key\":\"slow\",\"values\":[\"5\",\"20\"]}]");
    JsonNode compared = comparison.get("compared").get(0);
    assertThat(compared.get("likeness").asText()).isEqualTo("OTHER");
    assertThat(compared.get("sessions_in_common").asInt()).isEqualTo(4);
    List<JsonNode> days = new ArrayList<>();
    json("show", first).get("daily").forEach(days::add);
    JsonNode others = json("show", other).get("daily");
    int parts = 0;
    while (days.get(parts).get("equity").equals(others.get(parts).get("equity"))) {
      parts++;
    }
    assertThat(compared.get("parts_on")).isEqualTo(days.get(parts).get("date"));
    assertThat(compared.get("equity").get(1)).isEqualTo(others.get(parts).get("equity"));
  }

  @Test
  void theSameRunIsToldPlainlyAndAFailedOneHasNoFigures() throws Exception {
    String run = RUNS.get("2/20");

    assertThat(text("compare", run, run.substring(0, 10)))
        .contains("A and B: the same run, bit for bit");
    JsonNode comparison = json("compare", run, RUNS.get("5/5"), RUNS.get("5/20"));
    assertThat(comparison.get("compared").findValuesAsText("likeness"))
        .containsExactly("NO_FIGURES", "OTHER");
    assertThat(comparison.get("runs").get(1).get("status").asText()).isEqualTo("FAILED");
    assertThat(comparison.get("metrics").get(0).get("values").get(1).isNull()).isTrue();
  }

  @Test
  void whatIsNotThereOrNotOneIsAUsageError() {
    assertUsage("no run has an id that begins with 'zz': see tapedeck runs", "show", "zz");
    assertUsage("more than one run has an id that begins with ''", "compare", "", "");
    assertUsage("no sweep has an id that begins with 'other'", "runs", "--sweep", "other");
    assertUsage("compare takes 2 to 4 runs, was given 1", "compare", "a");
    assertUsage("compare takes 2 to 4 runs, was given 5", "compare", "a", "b", "c", "d", "e");
    assertUsage("--top must not be negative, was -1", "show", "means", "--top", "-1");
    assertUsage("--limit must be from 1 to 1000000, was 0", "runs", "--limit", "0");
  }

  private static void assertUsage(String sentence, String... words) {
    Ended ended = inLake(words);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.lastErrorLine()).contains(sentence);
  }

  private static JsonNode json(String... words) throws Exception {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    Ended ended = inLake(all.toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
    return ONE_OBJECT.readTree(ended.out());
  }

  private static List<String> text(String... words) {
    Ended ended = inLake(words);
    assertThat(ended.code()).as(ended.err()).isZero();
    List<String> lines = ended.out().lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= Console.WIDTH);
    return lines;
  }

  private static Ended inLake(String... words) {
    return tapedeck(Map.of("TAPEDECK_LAKE", lake.root()), words);
  }
}
