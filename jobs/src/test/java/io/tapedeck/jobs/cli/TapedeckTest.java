package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TapedeckTest {
  @Test
  void withoutAVerbItShowsTheVerbsAndEndsAsAUsageError() {
    Ended ended = tapedeck();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("Commands:").contains("strategies");
    assertThat(ended.lastErrorLine()).isEqualTo("tapedeck: give a verb");
  }

  @Test
  void anUnknownVerbOrOptionNamesTheNearest() {
    assertThat(tapedeck("strategis").lastErrorLine())
        .isEqualTo(
            "tapedeck: unknown verb strategis: did you mean strategies?; see: tapedeck --help");
    assertThat(tapedeck("strategis").code()).isEqualTo(2);
    Ended ended = tapedeck("tables", "--lak", "x");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.lastErrorLine())
        .startsWith("tapedeck tables: unknown option --lak: did you mean --lake?");
  }

  @Test
  void everyVerbHasHelpWithExamplesThatFitsTheWidth() {
    for (String verb : verbs()) {
      Ended help = tapedeck(verb, "--help");
      assertThat(help.code()).as(verb).isZero();
      assertThat(help.err()).as(verb).isEmpty();
      assertThat(help.out())
          .as(verb)
          .containsPattern("Examples?:")
          .contains("--json", "  tapedeck ");
      assertThat(help.out().lines().mapToInt(String::length).max().orElse(0))
          .as(verb)
          .isLessThanOrEqualTo(Console.WIDTH);
    }
  }

  @Test
  void strategiesAreListedWithTheirParametersUnitsAndRanges() {
    Ended ended = tapedeck("strategies");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("waiting: Waits.")
        .containsPattern("patience +a whole number +at least 1 +sessions +5 +how long");
  }

  @Test
  void jsonIsOneObjectOnStandardOutputWhereverItIsAskedFor() throws Exception {
    for (Ended ended :
        new Ended[] {tapedeck("strategies", "--json"), tapedeck("--json", "strategies")}) {
      JsonNode answer = new ObjectMapper().readTree(ended.out());
      JsonNode waiting = answer.get("strategies").get(answer.get("strategies").size() - 1);
      assertThat(waiting.get("name").asText()).isEqualTo("waiting");
      assertThat(waiting.get("parameters").get(0).get("standard").asText()).isEqualTo("5");
      assertThat(ended.err()).isEmpty();
    }
  }

  @Test
  void aFailureUnderJsonIsAnObjectToo() throws Exception {
    Ended usage = tapedeck("strategies", "--json", "--wrong");
    Ended refused = tapedeck("tables", "--json");

    assertThat(new ObjectMapper().readTree(usage.out()).get("exit_code").asInt()).isEqualTo(2);
    JsonNode answer = new ObjectMapper().readTree(refused.out());
    assertThat(answer.get("verb").asText()).isEqualTo("tables");
    assertThat(answer.get("error").asText()).startsWith("no lake is named");
    assertThat(refused.lastErrorLine()).startsWith("tapedeck tables: no lake is named");
  }

  @Test
  void stackTracesAreShownOnRequestOnly() {
    assertThat(tapedeck("tables").err()).doesNotContain("\tat ");
    assertThat(tapedeck("tables", "--verbose").err()).contains("\tat ", "UsageException");
  }

  @Test
  void theSchemaIsPrintedWithoutASession() {
    assertThat(tapedeck("tables", "--schema").out()).contains("## trades", "ts_event");
  }

  @Test
  void versionsAreShown() {
    assertThat(tapedeck("--version").out()).startsWith("tapedeck ").contains("Java ");
  }

  private static Set<String> verbs() {
    return new TreeSet<>(Tapedeck.verbs().getSubcommands().keySet());
  }
}
