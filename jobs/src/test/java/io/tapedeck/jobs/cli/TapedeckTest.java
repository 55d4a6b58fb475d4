package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapedeck.jobs.cli.CommandLineFixture.Ended;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;

class TapedeckTest {
  private static final ObjectMapper ONE_OBJECT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
  void theHelpNamesEveryVerbAndFitsTheWidth() {
    Ended help = tapedeck("--help");

    assertThat(help.out()).contains(verbs());
    assertThat(help.out().lines()).allMatch(line -> line.length() <= Console.WIDTH);
    assertThat(help.out().replaceAll("\\s+", " "))
        .contains(" strategies Lists the strategies with their parameters; needs no Spark. models ")
        .contains(" ranks them and writes an HTML report. ingest "); // over several lines
  }

  @Test
  void everyOptionSaysWhatItIs() {
    Tapedeck.verbs()
        .getSubcommands()
        .forEach(
            (verb, line) -> {
              assertThat(line.getCommandSpec().usageMessage().description()).as(verb).isNotEmpty();
              for (ArgSpec arg : line.getCommandSpec().args()) {
                assertThat(String.join(" ", arg.description()))
                    .as(verb + " " + arg.paramLabel())
                    .isNotBlank();
              }
            });
  }

  @Test
  void theExamplesOfEveryVerbParseAndShowTheVerb() {
    for (String verb : verbs()) {
      List<String> examples = examples(verb);
      for (String example : examples) {
        assertThatCode(() -> parse(ShellLine.words(example)))
            .as(example)
            .doesNotThrowAnyException();
      }
      assertThat(examples.stream().map(ShellLine::words).toList())
          .as(verb)
          .anySatisfy(words -> assertThat(words).contains(verb));
    }
  }

  @Test
  void everyVerbAnswersWithOneObjectEvenIfItIsMisused() throws Exception {
    for (String verb : verbs()) {
      Ended ended = tapedeck(verb, "--json", "--no-such-option");

      assertThat(ended.code()).as(verb).isEqualTo(2);
      JsonNode answer = ONE_OBJECT.readTree(ended.out());
      assertThat(answer.get("verb").asText()).isEqualTo(verb);
      assertThat(answer.get("exit_code").asInt()).as(verb).isEqualTo(2);
      assertThat(ended.lastErrorLine()).contains(answer.get("error").asText());
    }
  }

  @Test
  void namesInAnswersAreInSnakeCase() throws Exception {
    for (String command :
        List.of(
            "strategies",
            "models",
            "profiles",
            "tables --schema",
            "completion",
            "sessions --calendar FX --from 2024-01-08")) {
      JsonNode answer = ONE_OBJECT.readTree(tapedeck((command + " --json").split(" ")).out());
      assertThat(names(answer)).as(command).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
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

  /** The examples of a verb's help, lines that go on put together. */
  private static List<String> examples(String verb) {
    String help = tapedeck(verb, "--help").out();
    return help.substring(help.indexOf("\nExample"))
        .replaceAll("\\\\\\n +", "")
        .lines()
        .map(String::strip)
        .map(line -> line.replaceAll("^source <\\((.*)\\)$", "$1"))
        .map(line -> line.replaceAll("  +\\(.*\\)$", "")) // a remark
        .filter(ShellLine::isTapedeck)
        .toList();
  }

  private static void parse(String... words) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
    Tapedeck.line(nowhere, nowhere, Map.of()).parseArgs(words);
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    node.forEach(each -> names.addAll(names(each)));
    return names;
  }

  private static Set<String> verbs() {
    return new TreeSet<>(Tapedeck.verbs().getSubcommands().keySet());
  }
}
