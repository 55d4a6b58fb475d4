package io.tapedeck.jobs.cli;

import java.util.Locale;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;

/** The verbs in the help of all, each with the whole first sentence of its description. */
final class VerbList implements IHelpSectionRenderer {
  @Override
  public String render(Help help) {
    int width = help.subcommands().keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder list = new StringBuilder();
    help.subcommands()
        .forEach(
            (name, verb) -> {
              String head = String.format(Locale.ROOT, "  %-" + width + "s  ", name);
              String sentence = sentence(verb.commandSpec().usageMessage().description());
              Wrapped.beside(head, sentence)
                  .forEach(line -> list.append(line).append(System.lineSeparator()));
            });
    return list.toString();
  }

  /** The first sentence of a description over several lines. */
  static String sentence(String... description) {
    String all = String.join(" ", description);
    int end = all.indexOf(". ");
    return end < 0 ? all : all.substring(0, end + 1);
  }
}
