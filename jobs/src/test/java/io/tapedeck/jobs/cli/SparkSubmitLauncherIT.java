package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs jobs/bin/spark-submit on the packaged application. */
class SparkSubmitLauncherIT {
  private static final Path BIN = Path.of("bin").toAbsolutePath();
  private static final String SCRIPT = BIN.resolve("spark-submit").toString();

  @TempDir private Path folder;

  @Test
  void itIsTheSparkThatMavenBrought() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("submit"), Path.of(SCRIPT));

    Shell.Ended ended = run(Map.of(), link.toString(), "--version");

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).contains("version 4.2.", "Using Scala version 2.13");
  }

  @Test
  void classesComeOutOfTheArchiveThatTheBuildMade() throws Exception {
    String loads = "-Xlog:class+load:file=" + folder.resolve("loads-%p.txt");

    run(Map.of("JAVA_TOOL_OPTIONS", loads), SCRIPT, "--master", "local[1]", "--version");

    // the launcher, which reads its own classes, and what it launches
    List<String> ofSpark = new ArrayList<>();
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.toList()) {
        Files.readAllLines(log).stream()
            .filter(line -> line.contains("org.apache.spark.deploy.SparkSubmit source:"))
            .forEach(ofSpark::add);
      }
    }
    assertThat(ofSpark).singleElement().asString().endsWith("shared objects file (top)");
  }

  @Test
  void ourJarsStandOnTheClassPathOfThisMachineOnly() throws Exception {
    Map<String, String> loud = Map.of("SPARK_PRINT_LAUNCH_COMMAND", "1");
    String ours = "app/lib/tapedeck-jobs-|app/lib/\\*";

    for (String master :
        List.of("--master local[1]", "--master=local", "--conf spark.master=local")) {
      assertThat(run(loud, (SCRIPT + " " + master + " --version").split(" ")).err())
          .as(master)
          .containsPattern(ours);
    }
    for (String master : List.of("--master yarn", "--conf spark.master=yarn")) {
      assertThat(run(loud, (SCRIPT + " " + master + " --version").split(" ")).err())
          .as(master)
          .contains("Spark Command: ")
          .doesNotContainPattern(ours);
    }
  }

  @Test
  void itRunsTheLineThatTapedeckPrintsAndPassesTheCodeOfTheJobOn() throws Exception {
    Shell.Ended printed =
        run(
            Map.of(),
            BIN.resolve("tapedeck").toString(),
            "--master",
            "local[1]",
            "submit",
            "--print",
            "tables",
            "--lake",
            "no lake",
            "--json");
    // the line ends with the verb's own --json, which is no option of submit
    List<String> words = new ArrayList<>(wordsOf(printed.out()));
    assertThat(words.get(0)).isEqualTo("spark-submit");
    words.set(0, SCRIPT);

    Shell.Ended ended = run(Map.of(), words.toArray(String[]::new));

    assertThat(ended.code()).isEqualTo(2);
    JsonNode answer = new ObjectMapper().readTree(ended.out());
    assertThat(answer.get("error").asText()).startsWith("there is no lake in no lake");
    assertThat(ended.lastErrorLine()).isEqualTo("tapedeck tables: " + answer.get("error").asText());
  }

  @Test
  void withoutABuildItSaysHowToBuild() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("clone/jobs/bin"));
    for (String script : List.of("spark-submit", "spark-command")) {
      Files.copy(BIN.resolve(script), bin.resolve(script));
    }

    Shell.Ended ended = run(Map.of(), "bash", bin.resolve("spark-submit").toString(), "--version");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.lastErrorLine())
        .startsWith("spark-submit: there is no Spark in " + folder.resolve("clone/jobs/target/app"))
        .contains("mvn -DskipTests -pl jobs -am package");
  }

  @Test
  void aSparkOfTheUsersIsCalledAndAnotherSeriesRefused() throws Exception {
    Path own = spark("own", "spark-core_2.13-4.2.9.jar");
    Path old = spark("old", "spark-core_2.12-3.5.1.jar");

    Shell.Ended called = run(Map.of("SPARK_HOME", own.toString()), SCRIPT, "--master", "a b");
    Shell.Ended refused = run(Map.of("SPARK_HOME", old.toString()), SCRIPT, "--version");

    assertThat(called.out()).isEqualTo("called with --master|a b|\n");
    assertThat(called.code()).isEqualTo(7);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.lastErrorLine()).contains("spark-core_2.12-3.5.1", "Spark 4.2");
  }

  /** A Spark with a script that tells its words and ends with 7. */
  private Path spark(String name, String core) throws IOException {
    Path home = folder.resolve(name);
    Files.createFile(Files.createDirectories(home.resolve("jars")).resolve(core));
    Path script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        script, "#!/bin/sh\nprintf 'called with '; printf '%s|' \"$@\"; echo; exit 7\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return home;
  }

  /** The words of a line, as a shell reads it. */
  private List<String> wordsOf(String line) throws Exception {
    Shell.Ended words = run(Map.of(), "bash", "-c", "printf '%s\\n' " + line.strip());
    return words.out().lines().toList();
  }

  private Shell.Ended run(Map<String, String> environment, String... words) throws Exception {
    return new Shell(folder).run(environment, words);
  }
}
