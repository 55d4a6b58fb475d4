package io.tapedeck.jobs.cli;

import static io.tapedeck.jobs.cli.CommandLineFixture.tapedeck;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real bash completes with the script that we print. */
class CompletionCommandTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void print() throws Exception {
    Files.writeString(folder.resolve("completion"), tapedeck("completion", "bash").out());
    Files.createDirectory(folder.resolve("lake"));
  }

  @Test
  void bashTakesItForTheCommand() throws Exception {
    assertThat(bash("complete -p tapedeck"))
        .containsExactly("complete -o default -F _complete_tapedeck tapedeck");
  }

  @Test
  void everyVerbIsCompleted() throws Exception {
    assertThat(complete("tapedeck", ""))
        .containsExactlyInAnyOrderElementsOf(Tapedeck.verbs().getSubcommands().keySet());
    assertThat(complete("tapedeck", "comp")).contains("compare", "completion", "compact");
  }

  @Test
  void optionsAreCompletedOursAndThoseOfSpark() throws Exception {
    assertThat(complete("tapedeck", "show", "--t")).containsExactly("--top");
    assertThat(complete("tapedeck", "runs", "--"))
        .contains("--lake", "--json", "--master", "--conf");
    assertThat(complete("tapedeck", "--dr")).containsExactly("--driver-memory");
  }

  @Test
  void valuesOfEnumsAreCompletedBesideOrBehindTheOption() throws Exception {
    assertThat(complete("tapedeck", "runs", "--status", ""))
        .containsExactly("COMPLETED", "FAILED", "ABANDONED");
    assertThat(complete("tapedeck", "runs", "--status", "=", "C")).containsExactly("COMPLETED");
    assertThat(complete("tapedeck", "runs", "--status", "=")).hasSize(3);
    assertThat(complete("tapedeck", "bars", "--price", "M")).containsExactly("MID");
    assertThat(complete("tapedeck", "sessions", "--calendar", "X")).containsExactly("XNYS");
    assertThat(complete("tapedeck", "ingest", "--profile", "lean"))
        .containsExactly("lean-equity", "lean-forex");
    assertThat(complete("tapedeck", "completion", "")).containsExactly("bash", "zsh");
  }

  @Test
  void foldersAreCompletedForALake() throws Exception {
    assertThat(complete("tapedeck", "tables", "--lake", folder + "/la"))
        .containsExactly(folder + "/lake");
  }

  @Test
  void theVerbIsTheFirstWordThatIsNoOption() throws Exception {
    assertThat(complete("tapedeck", "--master", "yarn", "sw")).containsExactly("sweep");
    assertThat(complete("tapedeck", "--master", "demo", "show", "--to")).containsExactly("--top");
    assertThat(complete("tapedeck", "show", "submit", "--to")).containsExactly("--top");
    assertThat(complete("tapedeck", "submit", "--print", "sw")).containsExactly("sweep");
    assertThat(complete("tapedeck", "submit", "--pri")).containsExactly("--print");
  }

  @Test
  void whatIsHiddenIsNotCompleted() throws Exception {
    assertThat(complete("tapedeck", "submit", "--spark")).isEmpty();
  }

  /** What bash proposes for the last of these words. */
  private static List<String> complete(String... words) throws Exception {
    String quoted =
        List.of(words).stream().map(SubmitCommand::quoted).collect(Collectors.joining(" "));
    return bash(
        "COMP_WORDS=(%s) COMP_CWORD=%d COMP_LINE='%s'; _complete_tapedeck 2>/dev/null;"
                .formatted(quoted, words.length - 1, String.join(" ", words))
            + " for each in \"${COMPREPLY[@]}\"; do echo \"$each\"; done");
  }

  private static List<String> bash(String command) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("bash", "--norc", "-c", "source ./completion; " + command));
    Process bash =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    try {
      String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return out.lines().filter(line -> !line.isBlank()).toList();
    } finally {
      bash.destroyForcibly();
    }
  }
}
