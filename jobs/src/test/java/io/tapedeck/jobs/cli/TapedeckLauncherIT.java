package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Runs jobs/bin/tapedeck on the packaged application. */
class TapedeckLauncherIT {
  private static final Path SCRIPT = Path.of("bin/tapedeck").toAbsolutePath();
  private static final Path APPLICATION = Path.of("target/app").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void ourJarsAndSparksLieApartAndEachOnce() throws IOException {
    List<String> artifacts = new ArrayList<>();
    for (String part : List.of("lib", "spark/jars")) {
      try (Stream<Path> jars = Files.list(APPLICATION.resolve(part))) {
        jars.map(jar -> jar.getFileName().toString())
            .filter(name -> !name.matches(".*-(linux|osx)-.*")) // one artifact, several machines
            .map(name -> name.replaceFirst("-\\d[^/]*\\.jar$", ""))
            .forEach(artifacts::add);
      }
    }

    assertThat(artifacts)
        .doesNotHaveDuplicates()
        .contains("tapedeck-core", "tapedeck-data-lake", "tapedeck-jobs", "picocli")
        .contains("spark-core_2.13", "snakeyaml", "delta-spark_4.2_2.13");
  }

  @Test
  void verbsWithoutSparkRunFromAnyFolderAndThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("deck"), SCRIPT);

    Shell.Ended ended = run(Map.of(), link.toString(), "strategies", "--json");

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(ended.out()).get("strategies").findValuesAsText("name"))
        .contains("sma-cross");
  }

  @Test
  void sessionsAndCompletionAskForNoSpark() throws Exception {
    Map<String, String> noSpark = Map.of("SPARK_HOME", "/nowhere");
    String sessions = "sessions --calendar XNYS --from 2013-11-29 --json";

    Shell.Ended answered = run(noSpark, (SCRIPT + " " + sessions).split(" "));
    Shell.Ended refused = run(noSpark, SCRIPT.toString(), "runs", "--lake", "lake");

    assertThat(answered.code()).isZero();
    assertThat(answered.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(answered.out()).get("sessions")).hasSize(1);
    assertThat(refused.lastErrorLine()).contains("SPARK_HOME is /nowhere");
  }

  @Test
  void bashCompletesWithWhatTheLauncherPrints() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("tapedeck"), SCRIPT);

    Shell.Ended ended =
        run(
            Map.of("PATH", bin + ":" + System.getenv("PATH")),
            "bash",
            "-c",
            "source <(tapedeck completion bash); complete -p tapedeck;"
                + " COMP_WORDS=(tapedeck runs --status F) COMP_CWORD=3;"
                + " _complete_tapedeck 2>/dev/null; echo ${COMPREPLY[*]}");

    assertThat(ended.out().lines())
        .containsExactly("complete -o default -F _complete_tapedeck tapedeck", "FAILED");
  }

  @Test
  void aVerbWithSparkIsQuietLeavesNothingBehindAndPassesItsCodeOn() throws Exception {
    Shell.Ended ended =
        run(
            Map.of(),
            SCRIPT.toString(),
            "--conf",
            "spark.sql.shuffle.partitions=1",
            "tables",
            "--master",
            "local[1]",
            "--lake",
            "no-lake",
            "--json");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(new ObjectMapper().readTree(ended.out()).get("exit_code").asInt()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.lastErrorLine()).startsWith("tapedeck tables: there is no lake in no-lake");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void thePrintedLineIsWhatSparkSubmitTakes() throws Exception {
    Shell.Ended ended =
        run(
            Map.of(),
            SCRIPT.toString(),
            "submit",
            "--master",
            "yarn",
            "--print",
            "tables",
            "--json");

    assertThat(ended.code()).isZero();
    assertThat(ended.out().strip())
        .startsWith("spark-submit --class io.tapedeck.jobs.cli.Tapedeck --master yarn --jars ")
        .endsWith(".jar tables --json")
        .contains(APPLICATION.resolve("lib") + "/tapedeck-core-");
  }

  @Test
  void anotherSparkIsRefusedByName() throws Exception {
    Path jars = Files.createDirectories(folder.resolve("old/jars"));
    Files.createFile(jars.resolve("spark-core_2.12-3.5.1.jar"));

    Shell.Ended ended =
        run(Map.of("SPARK_HOME", jars.getParent().toString()), SCRIPT.toString(), "tables");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.lastErrorLine()).contains("spark-core_2.12-3.5.1", "Spark 4.2", "Scala 2.13");
  }

  @Test
  void aJavaThatIsTooOldOrMissingIsRefused() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(old, "#!/bin/sh\n");
    assertThat(old.toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

    Shell.Ended tooOld =
        run(Map.of("JAVA_HOME", folder.resolve("jdk").toString()), SCRIPT.toString(), "profiles");
    Shell.Ended missing = run(Map.of("JAVA_HOME", "/nowhere"), SCRIPT.toString(), "profiles");

    assertThat(tooOld.code()).isEqualTo(2);
    assertThat(tooOld.lastErrorLine())
        .contains("Java 17 or newer is needed")
        .contains("version 11");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.lastErrorLine()).contains("/nowhere");
  }

  @Test
  void anOptionOfSparkWithoutItsValueIsAUsageError() throws Exception {
    Shell.Ended ended = run(Map.of(), SCRIPT.toString(), "tables", "--master");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.lastErrorLine()).isEqualTo("tapedeck: --master needs a value");
  }

  private Shell.Ended run(Map<String, String> environment, String... words) throws Exception {
    return new Shell(folder).run(environment, words);
  }
}
