package io.tapedeck.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The script that makes bash, and zsh through its bashcompinit, complete our verbs: picocli's, of
 * our own options and those that the launcher hands to Spark.
 */
final class CompletionScript {
  /** Options that take a folder or a file, whatever else they may take. */
  private static final List<String> PATHS = List.of("--lake", "--source");

  /** Options that the launcher takes at any place; a file where it says so. */
  private static final Map<String, Class<?>> OF_SPARK =
      Map.of(
          "--master", String.class,
          "--conf", String.class,
          "--driver-memory", String.class,
          "--executor-memory", String.class,
          "--jars", Path.class,
          "--properties-file", Path.class);

  private CompletionScript() {}

  /** The script for a command that is started under this name. */
  static String of(String name) {
    CommandLine line = Tapedeck.verbs();
    extend(line.getCommandSpec());
    line.getSubcommands().values().forEach(verb -> extend(verb.getCommandSpec()));
    return AutoComplete.bash(name, line).strip();
  }

  private static void extend(CommandSpec spec) {
    for (String name : PATHS) {
      OptionSpec option = spec.findOption(name);
      if (option != null) {
        spec.remove(option);
        spec.addOption(OptionSpec.builder(name).type(Path.class).build());
      }
    }
    OF_SPARK.forEach(
        (name, type) -> spec.addOption(OptionSpec.builder(name).type(type).build()));
  }
}
