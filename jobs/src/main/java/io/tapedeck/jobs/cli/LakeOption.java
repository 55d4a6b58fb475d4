package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --lake}, to be mixed into verbs that work on a lake. */
public final class LakeOption {
  static final String VARIABLE = "TAPEDECK_LAKE";

  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      description = "The lake: a folder or a URI Hadoop knows. Default: $TAPEDECK_LAKE.")
  private String given;

  /** The option's value, if the command line has it. */
  public Optional<String> given() {
    return Optional.ofNullable(given);
  }

  /**
   * The lake of the command line, else of the environment.
   *
   * @throws UsageException if neither names one
   */
  public String root(Console console) {
    return given()
        .or(() -> console.environment(VARIABLE))
        .orElseThrow(
            () -> UsageException.of("no lake is named: give --lake FOLDER or set " + VARIABLE));
  }
}
