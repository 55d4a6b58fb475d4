package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitCommandTest {
  @TempDir private Path application;

  @BeforeEach
  void jars() throws Exception {
    Path lib = Files.createDirectory(application.resolve("lib"));
    for (String jar : List.of("tapedeck-jobs-1.jar", "tapedeck-core-1.jar", "delta-4.jar")) {
      Files.createFile(lib.resolve(jar));
    }
  }

  @Test
  void theLineNamesTheMainClassAllJarsAndTheVerb() throws Exception {
    List<String> line =
        SubmitCommand.line(
            application,
            List.of("--master", "yarn", "--jars", "mine.jar"),
            List.of("sweep", "job.yaml", "--json"));

    String lib = application.resolve("lib").toString();
    assertThat(line)
        .startsWith("spark-submit", "--class", "io.tapedeck.jobs.cli.Tapedeck", "--master", "yarn")
        .containsSequence("--jars", lib + "/delta-4.jar," + lib + "/tapedeck-core-1.jar,mine.jar")
        .endsWith(lib + "/tapedeck-jobs-1.jar", "sweep", "job.yaml", "--json");
  }

  @Test
  void wordsAreQuotedAsAShellReadsThemBack() {
    assertThat(SubmitCommand.quoted("spark.a=b")).isEqualTo("spark.a=b");
    assertThat(SubmitCommand.quoted("local[*]")).isEqualTo("'local[*]'");
    assertThat(SubmitCommand.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(SubmitCommand.quoted("")).isEqualTo("''");
  }
}
