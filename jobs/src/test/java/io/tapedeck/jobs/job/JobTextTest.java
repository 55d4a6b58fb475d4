package io.tapedeck.jobs.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobTextTest {
  private static final String JOB =
      """
      # a remark
      lake: somewhere
      name: "Näme with: 'quotes' and \\"more\\" \uD83D\uDCC8"
      universe: [ON, 005930]
      strategy:
        name: sma-cross
        parameters:
          slow: {from: 5, to: 20, step: 5}
          fast: [2, 0.50]
          nothing:
      where: fast < slow
      """;

  @Test
  void aTextIsOneLineInTheOrderOfTheFileWithoutTheLake() {
    Node.Mapping job = Overrides.apply(YamlTree.parse(JOB, "job.yaml"), List.of("where=slow > 7"));

    String text = JobText.without(job, "lake");

    assertThat(text)
        .doesNotContain("\n", "somewhere", "remark")
        .contains("\"universe\":[\"ON\",\"005930\"]")
        .contains(
            "\"parameters\":{\"slow\":{\"from\":\"5\",\"to\":\"20\",\"step\":\"5\"},"
                + "\"fast\":[\"2\",\"0.50\"],\"nothing\":\"\"}")
        .endsWith("\"where\":\"slow > 7\"}");
  }

  @Test
  void whatIsReadAgainIsTheSameJob() {
    String text = JobText.without(YamlTree.parse(JOB, "job.yaml"), "lake");

    Node.Mapping again = JobText.parse(text, "plan");

    assertThat(JobText.without(again, "lake")).isEqualTo(text);
    Fields job = Fields.of(again);
    assertThat(job.text("name")).contains("Näme with: 'quotes' and \"more\" \uD83D\uDCC8");
    assertThat(job.texts("universe")).containsExactly("ON", "005930");
  }
}
