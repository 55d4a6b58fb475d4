package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapedeck.jobs.job.Fields;
import io.tapedeck.jobs.job.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class JobOptionsTest {
  @Command
  static final class JobOnly {
    @Mixin JobOptions job;
  }

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void aJobFile() throws Exception {
    file = folder.resolve("job.yaml").toString();
    Files.writeString(Path.of(file), "lake: of-file\nseed: 1\n");
  }

  @Test
  void theCommandLineComesBeforeTheJobFileBeforeTheEnvironment() throws Exception {
    Map<String, String> environment = Map.of("TAPEDECK_LAKE", "of-environment");
    Path noLake = Files.writeString(folder.resolve("no-lake.yaml"), "seed: 1\n");

    assertThat(lake(environment, file, "--lake", "of-option", "--set", "lake=of-set"))
        .isEqualTo("of-option");
    assertThat(lake(environment, file, "--set", "lake=of-set")).isEqualTo("of-set");
    assertThat(lake(environment, file)).isEqualTo("of-file");
    assertThat(lake(environment, noLake.toString())).isEqualTo("of-environment");
    assertThat(lake(Map.of(), noLake.toString())).isEqualTo("none");
  }

  @Test
  void theEnvironmentsLakeDoesNotStandInTheWayOfFiles() throws Exception {
    assertThat(lake(Map.of("TAPEDECK_LAKE", "x"), "--set", "data.csv=a.csv")).isEqualTo("none");
  }

  @Test
  void aJobFileMayBeLeftOut() throws Exception {
    assertThat(lake(Map.of(), "--set", "lake=of-set")).isEqualTo("of-set");
  }

  @Test
  void aLakeOfNobodyIsAUsageError() {
    LakeOption option = new LakeOption();
    Console console = console(Map.of("TAPEDECK_LAKE", " "));

    assertThatThrownBy(() -> option.root(console))
        .isInstanceOf(UsageException.class)
        .hasMessage("no lake is named: give --lake FOLDER or set TAPEDECK_LAKE");
  }

  private static String lake(Map<String, String> environment, String... words) {
    JobOnly verb = new JobOnly();
    new CommandLine(verb).parseArgs(words);
    return Fields.of(verb.job.read(console(environment))).text("lake").orElse("none");
  }

  private static Console console(Map<String, String> environment) {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Console.of(nowhere, nowhere, environment);
  }
}
