package io.tapedeck.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The script that makes bash, and zsh through its bashcompinit, complete our verbs: picocli's, of
 * our own options and those that the launcher hands to Spark.
 *
 * <p>Picocli takes any word that is a verb's name for the verb; ours takes the first word that is
 * no option's, so that {@code tapedeck show demo} shows something called demo. It also puts {@code
 * --lake=FOLDER}, which bash cuts at the sign, together as {@code --lake FOLDER}.
 */
final class CompletionScript {
  /** Options that take a folder or a file, whatever else they may take. */
  private static final List<String> PATHS = List.of("--lake", "--source");

  /** Options of Spark that the launcher takes at any place. */
  private static final List<String> WORDS_FOR_SPARK =
      List.of("--master", "--conf", "--driver-memory", "--executor-memory");

  private static final List<String> FILES_FOR_SPARK = List.of("--jars", "--properties-file");

  private static final String ENTRY =
      """

      # Finds the verb: the first word that is neither an option nor its value.
      function _complete_NAME() {
        if [ -n "$BASH_VERSION" ]; then
          local -a words=()
          local at=0 word
          for word in "${!COMP_WORDS[@]}"; do
            if [ "${COMP_WORDS[word]}" != "=" ]; then
              words+=("${COMP_WORDS[word]}")
            elif [ "$word" = "$COMP_CWORD" ]; then
              words+=("")
            fi
            if [ "$word" = "$COMP_CWORD" ]; then at=$((${#words[@]} - 1)); fi
          done
          local -a COMP_WORDS=("${words[@]}")
          local COMP_CWORD=$at
        fi
        local i
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            SPARK) ((i++)) ;;
            submit) ;;
            VERBS) "_picocli_NAME_${COMP_WORDS[i]}"; return ;;
          esac
        done
        _picocli_NAME
        if [ "${COMP_WORDS[1]}" = submit ] && [[ ${COMP_WORDS[COMP_CWORD]} == -* ]]; then
          _picocli_NAME_submit
        fi
      }
      """;

  private CompletionScript() {}

  /** The script for a command that is started under this name. */
  static String of(String name) {
    CommandLine line = Tapedeck.verbs();
    extend(line.getCommandSpec());
    line.getSubcommands().values().forEach(verb -> extend(verb.getCommandSpec()));
    String spark =
        String.join(" | ", WORDS_FOR_SPARK) + " | " + String.join(" | ", FILES_FOR_SPARK);
    String verbs = String.join(" | ", new TreeMap<>(line.getSubcommands()).keySet());
    return AutoComplete.bash(name, line).strip()
        + "\n"
        + ENTRY
            .replace("SPARK", spark)
            .replace("VERBS", verbs)
            .replace("NAME", name)
            .stripTrailing();
  }

  private static void extend(CommandSpec spec) {
    for (OptionSpec option : List.copyOf(spec.options())) {
      if (option.arity().max() > 0 && !option.hidden()) {
        spec.remove(option);
        spec.addOption(told(option));
      }
    }
    WORDS_FOR_SPARK.forEach(
        name -> spec.addOption(OptionSpec.builder(name).type(String.class).build()));
    FILES_FOR_SPARK.forEach(name -> spec.addOption(path(name)));
  }

  /** Picocli keeps the values of options under their labels, which need not differ in a verb. */
  private static OptionSpec told(OptionSpec option) {
    String name = option.longestName();
    return PATHS.contains(name)
        ? path(name)
        : OptionSpec.builder(option).paramLabel(name.replace("-", "")).build();
  }

  private static OptionSpec path(String name) {
    return OptionSpec.builder(name).type(Path.class).build();
  }
}
