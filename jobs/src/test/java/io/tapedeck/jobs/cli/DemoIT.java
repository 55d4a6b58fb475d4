package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.report.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
  @TempDir private Path lake;

  @Test
  void theDemoGoesFromTheFileToTheReportAndASecondRunComputesNothing() throws IOException {
    JsonNode first = answer("demo", "--lake", lake.toString(), "--json");

    // the file has 100,000 rows, 18 of them of size 0; 10 fast × 12 slow × 2, on train and test
    assertThat(first.at("/ingest/counts/read").asLong()).isEqualTo(100_000);
    assertThat(first.at("/ingest/counts/kept").asLong()).isEqualTo(99_982);
    assertThat(first.at("/ingest/counts/quarantined").asLong()).isEqualTo(18);
    assertThat(first.at("/sweep/completed").asLong()).isEqualTo(480);
    assertThat(first.at("/sweep/computed").asLong()).isEqualTo(480);

    Path report = Path.of(first.at("/report").asText());
    assertThat(report.getParent()).isEqualTo(lake.resolve("reports"));
    String page = Files.readString(report);
    JsonNode best = first.at("/ranking/0");
    assertThat(page)
        .contains("best of 240 sets")
        .contains(">" + percent(best.at("/metrics/total_return")) + "</td>")
        .contains(">" + percent(best.at("/test_metrics/total_return")) + "</td>")
        .contains(best.at("/parameters/slow").asText());

    JsonNode second = answer("demo", "--lake", lake.toString(), "--json");

    assertThat(second.at("/ingest/status").asText()).isEqualTo("UNCHANGED");
    assertThat(second.at("/sweep/computed").asLong()).isZero();
    assertThat(second.at("/ranking")).isEqualTo(first.at("/ranking"));
    assertThat(Files.readString(report)).isEqualTo(page);

    aRunOfTheSweepHasItsOwnReport(
        best.at("/run_id").asText(), percent(best.at("/metrics/total_return")));
  }

  private void aRunOfTheSweepHasItsOwnReport(String runId, String totalReturn) throws IOException {
    Path page = lake.resolve("run.html");

    JsonNode report =
        answer(
            "report",
            runId.substring(0, 16),
            "--lake",
            lake.toString(),
            "--out",
            page.toString(),
            "--json");

    assertThat(report.at("/sets_tried").asLong()).isEqualTo(240);
    assertThat(Files.readString(page))
        .contains("one of 240 sets")
        .contains(">" + totalReturn + "</td>");
  }

  private static String percent(JsonNode fraction) {
    return Figure.percent(fraction.asDouble());
  }

  private static JsonNode answer(String... words) throws IOException {
    CommandLineFixture.Ended ended = CommandLineFixture.tapedeck(words);
    assertThat(ended.code()).as(ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }
}
