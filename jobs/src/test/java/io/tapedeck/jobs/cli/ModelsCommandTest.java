package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelsCommandTest {
  private static final Path GOLDEN = Path.of("src/test/resources/io/tapedeck/jobs/cli/models.txt");

  /** Regenerated only when asked: {@code -Dtapedeck.regenerate=true}. */
  @Test
  void everyModelIsListedWithItsSettingsUnitsAndRanges() throws Exception {
    Ended ended = tapedeck("models");
    if (Boolean.getBoolean("tapedeck.regenerate")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, ended.out());
    }

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).isEqualTo(Files.readString(GOLDEN));
    assertThat(ended.out().lines().mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(Console.WIDTH);
  }

  @Test
  void jsonHoldsTheSame() throws Exception {
    JsonNode models = new ObjectMapper().readTree(tapedeck("models", "--json").out()).get("models");

    JsonNode uniform = null;
    for (JsonNode model : models) {
      uniform = model.get("name").asText().equals("uniform") ? model : uniform;
    }
    assertThat(uniform).isNotNull();
    assertThat(uniform.get("key").asText()).isEqualTo("latency.*");
    assertThat(uniform.get("parameters").get(1).get("name").asText()).isEqualTo("max");
    assertThat(uniform.get("parameters").get(1).get("range").asText())
        .isEqualTo("from min to a day");
  }

  @Test
  void aKeyNarrowsTheListAndAWrongOneNamesTheNearest() {
    assertThat(tapedeck("models", "--of", "execution.queue").out())
        .startsWith("execution.queue\n  none: No queue")
        .doesNotContain("residual");
    assertThat(tapedeck("models", "--of", "fess").code()).isEqualTo(2);
    assertThat(tapedeck("models", "--of", "fess").lastErrorLine())
        .isEqualTo("tapedeck models: no models under fess: did you mean 'fees'?");
  }
}
