package io.tapedeck.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs scripts in a folder, in an environment without settings of Spark or of ours. */
record Shell(Path folder) {
  private static final long LIMIT_SECONDS = 300;

  /** What a shell sees. */
  record Ended(int code, String out, String err) {
    String lastErrorLine() {
      return err.strip().lines().reduce((first, second) -> second).orElse("");
    }
  }

  Ended run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("tapedeck", ".out");
    Path err = Files.createTempFile("tapedeck", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> variables = new HashMap<>(builder.environment());
    variables.keySet().removeIf(name -> name.startsWith("SPARK_") || name.startsWith("TAPEDECK_"));
    builder.environment().clear();
    builder.environment().putAll(variables);
    builder.environment().put("TAPEDECK_BUILD", "never"); // a build is what started this test
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
