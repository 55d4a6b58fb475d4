package io.tapedeck.jobs.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs the command line in this process and keeps what it wrote. */
public final class CommandLineFixture {
  /** What a shell sees. */
  public record Ended(int code, String out, String err) {
    public String lastErrorLine() {
      return err.strip().lines().reduce((first, second) -> second).orElse("");
    }
  }

  private CommandLineFixture() {}

  public static Ended tapedeck(String... words) {
    return tapedeck(Map.of(), words);
  }

  public static Ended tapedeck(Map<String, String> environment, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Tapedeck.run(
            words,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
