package io.tapedeck.jobs.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete our verbs. */
@Command(
    name = "completion",
    description = {
      "Prints a script that makes a shell complete verbs, options and their values; needs no",
      "Spark. Put the line of the example into ~/.bashrc or ~/.zshrc."
    },
    footer = {
      "",
      "Examples:",
      "  source <(tapedeck completion bash)",
      "  source <(tapedeck completion zsh)",
      "  tapedeck completion bash > ~/.local/share/bash-completion/completions/tapedeck"
    })
final class CompletionCommand implements Verb {
  /** A shell we know. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "SHELL",
      arity = "0..1",
      defaultValue = "bash",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Shell shell;

  @Spec private CommandSpec self;

  @Override
  public ExitCode run(Console console) {
    String script = CompletionScript.of(self.root().commandLine().getCommandName());
    console.print(script);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("shell", shell);
    answer.put("script", script);
    console.json(answer);
    return ExitCode.DONE;
  }
}
