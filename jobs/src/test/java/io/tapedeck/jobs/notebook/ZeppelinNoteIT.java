package io.tapedeck.jobs.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.result.RankMetric;
import io.tapedeck.jobs.result.RankedRun;
import io.tapedeck.jobs.result.Ranking;
import io.tapedeck.jobs.result.ResultReader;
import io.tapedeck.jobs.sweep.SharedSpark;
import io.tapedeck.jobs.sweep.SweepLake;
import io.tapedeck.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Zeppelin note has the shape of one, and every question it asks has a right answer. */
class ZeppelinNoteIT {
  private static final Path NOTE = Path.of("../notebooks/zeppelin/Sweep results_2TAPEDECK.zpln");
  private static final String SQL = "%spark.sql\n";
  private static final Pattern FORM = Pattern.compile("\\$?\\$\\{(\\w+)=([^}]*)}");

  /** 5 sets on two instruments and two windows of dates: 20 runs, of which the 4 of 9, 5 fail. */
  private static final String JOB =
      """
      name: two means
      universe: [QQQ, TTT]
      session: all
      strategy:
        name: sma-cross
        parameters:
          fast: [2, 9]
          slow: [5, 10, 15]
          size: 10
      where: fast != 2 or slow != 15
      train: {from: 2024-01-08, to: 2024-01-09}
      test: {from: 2024-01-10, to: 2024-01-11}
      fees: {per_share: 0.005}
      rank: total_return
      record: daily
      """;

  @TempDir static Path folder;
  private static Lake lake;
  private static JsonNode note;
  private static Map<String, String> forms;

  @BeforeAll
  static void readTheNoteAndSweep() throws IOException {
    note = new ObjectMapper().readTree(NOTE.toFile());
    lake = SweepLake.swept(folder, JOB);
    forms =
        Map.of("lake", lake.root(), "sweep", "two means", "metric", "total_return", "days", "7");
    answer("Views");
  }

  @Test
  void theFileIsCalledAsZeppelinCallsIt() {
    String name = note.get("name").asText() + "_" + note.get("id").asText() + ".zpln";

    assertThat(NOTE.getFileName()).hasToString(name);
    assertThat(note.get("defaultInterpreterGroup").asText()).isEqualTo("spark");
    assertThat(note.has("noteParams") && note.has("noteForms") && note.has("config")).isTrue();
  }

  @Test
  void everyParagraphHasAnInterpreterAnIdOfItsOwnAndNoResult() {
    assertThat(paragraphs())
        .allSatisfy(
            paragraph -> {
              assertThat(paragraph.get("text").asText())
                  .containsPattern("\\A%(md|spark\\.conf|spark\\.sql)\n\\S");
              assertThat(paragraph.get("status").asText()).isEqualTo("READY");
              assertThat(paragraph.has("results")).isFalse();
              assertThat(paragraph.get("config").get("enabled").asBoolean()).isTrue();
            });
    assertThat(paragraphs()).extracting(p -> p.get("id").asText()).doesNotHaveDuplicates();
  }

  @Test
  void theSessionGetsDeltaBeforeAnythingAsksIt() {
    List<String> texts = paragraphs().stream().map(p -> p.get("text").asText()).toList();
    String conf = texts.stream().filter(t -> t.startsWith("%spark.conf")).findFirst().orElseThrow();

    assertThat(conf)
        .contains("spark.sql.extensions io.delta.sql.DeltaSparkSessionExtension")
        .contains("spark_catalog org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .contains("delta-spark_4.2_2.13-", "delta-storage-");
    assertThat(texts.indexOf(conf))
        .isLessThan(texts.indexOf(texts.stream().filter(t -> t.startsWith(SQL)).findFirst().get()));
  }

  @Test
  void everyNoteFormHasTheSameDefaultWhereverItIsUsed() {
    assertThat(note.get("noteParams").properties())
        .allSatisfy(
            form ->
                assertThat(
                        FORM.matcher(note.toString())
                            .results()
                            .filter(use -> use.group(1).equals(form.getKey()))
                            .map(use -> use.group(2)))
                    .isNotEmpty()
                    .containsOnly(form.getValue().asText()));
  }

  @Test
  void everyQuestionIsAnswered() {
    assertThat(paragraphs().stream().filter(p -> p.get("text").asText().startsWith(SQL)))
        .hasSizeGreaterThanOrEqualTo(8)
        .allSatisfy(
            paragraph -> {
              String title = paragraph.get("title").asText();
              assertThat(title.startsWith("Views") || !answer(title).isEmpty()).isTrue();
            });
  }

  @Test
  void whatWasAskedIsTheSweepsRow() {
    Row asked = answer("What was asked").get(0);

    assertThat(asked.<String>getAs("name")).isEqualTo("two means");
    assertThat(asked.<Long>getAs("sets_tried")).isEqualTo(5);
    assertThat(asked.<Long>getAs("runs")).isEqualTo(20); // sets x instruments x windows
  }

  @Test
  void theRankingIsThatOfTheCommandLine() {
    List<RankedRun> expected =
        new Ranking(new ResultReader(lake)).best(sweepId(), RankMetric.TOTAL_RETURN, 20);

    List<Row> ranking = answer("Ranking");

    assertThat(ranking)
        .extracting(row -> row.<String>getAs("run_id"))
        .containsExactlyElementsOf(expected.stream().map(RankedRun::runId).toList());
    assertThat(ranking)
        .extracting(row -> row.<Double>getAs("test_return"))
        .containsExactlyElementsOf(
            expected.stream().map(run -> (Double) run.testMetrics().get("total_return")).toList());
    assertThat(ranking).extracting(row -> row.<Long>getAs("sets_tried")).containsOnly(5L);
  }

  @Test
  void aCellOfTheHeatMapIsTheMedianOverBothInstruments() {
    List<Row> cells = answer("Heat map");
    Row first = cells.get(0);
    List<Double> returns =
        new Ranking(new ResultReader(lake))
            .best(sweepId(), RankMetric.TOTAL_RETURN, 20).stream()
                .filter(run -> run.parameters().get("fast").equals("2"))
                .filter(run -> run.parameters().get("slow").equals("5"))
                .map(run -> (Double) run.metrics().get("total_return"))
                .toList();

    assertThat(cells).hasSize(4); // of five sets, 9 above 5 is refused
    assertThat(first.<Double>getAs("across")).isEqualTo(2);
    assertThat(first.<Double>getAs("down")).isEqualTo(5);
    assertThat(first.<Long>getAs("sets")).isEqualTo(2);
    assertThat(first.<Double>getAs("median"))
        .isCloseTo((returns.get(0) + returns.get(1)) / 2, within(1e-15));
  }

  @Test
  void theWorstDaysComeFirst() {
    List<Double> days =
        answer("Worst days").stream()
            .map(row -> row.<Number>getAs("day_return").doubleValue())
            .toList();

    assertThat(days).hasSize(7).isSorted();
  }

  @Test
  void refusedSetsAreCountedByTheirReason() {
    assertThat(answer("Failures"))
        .filteredOn(row -> row.<String>getAs("what").startsWith("failed"))
        .extracting(row -> row.<Long>getAs("runs"))
        .containsExactly(4L); // 9 and 5, on two instruments and two windows
  }

  @Test
  void everyDayOfTradesIsCounted() {
    assertThat(answer("Ticks"))
        .hasSize(8) // two instruments, four days
        .extracting(row -> row.<Long>getAs("trades"))
        .containsOnly(300L);
  }

  @Test
  void rowsWithoutTheirCommitAreNotSeen() {
    List<Row> before = answer("Costs");
    Dataset<Row> orphans =
        lake.spark().read().format("delta").load(lake.root() + "/results/run_metrics").limit(1);
    orphans
        .selectExpr(columnsWith(orphans, "commit_id", "'interrupted'"))
        .write()
        .format("delta")
        .mode("append")
        .save(lake.root() + "/results/run_metrics");

    assertThat(answer("Costs")).isEqualTo(before);
  }

  private static String[] columnsWith(Dataset<Row> rows, String column, String value) {
    return List.of(rows.columns()).stream()
        .map(name -> name.equals(column) ? value + " as " + name : name)
        .toArray(String[]::new);
  }

  private static String sweepId() {
    return new ResultReader(lake).sweeps().first().getAs("sweep_id");
  }

  /** The rows of the last statement of the paragraph whose title begins so. */
  private static List<Row> answer(String title) {
    JsonNode paragraph =
        paragraphs().stream()
            .filter(p -> p.path("title").asText().startsWith(title))
            .findFirst()
            .orElseThrow();
    String text = filled(paragraph.get("text").asText().substring(SQL.length()));
    List<Row> rows = List.of();
    for (String statement : text.split(";\n")) {
      rows = SharedSpark.session().sql(statement).collectAsList();
    }
    return rows;
  }

  /** The text with its forms filled in, as Zeppelin does: $${note=default} and ${own=default}. */
  private static String filled(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.replaceAll(
        form -> Matcher.quoteReplacement(forms.getOrDefault(form.group(1), form.group(2))));
  }

  private static List<JsonNode> paragraphs() {
    return new ArrayList<>(
        StreamSupport.stream(note.get("paragraphs").spliterator(), false).toList());
  }
}
