package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.cli.Console.Format;
import io.tapedeck.jobs.job.NearestName;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The main class: one verb, one exit code, the reason on the last line of standard error. */
@Command(
    name = "tapedeck",
    description = "Replays the market's tape at cluster scale.",
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      IngestCommand.class,
      BarsCommand.class,
      CompactCommand.class,
      VacuumCommand.class,
      TablesCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      SweepCommand.class,
      RunsCommand.class,
      ShowCommand.class,
      CompareCommand.class,
      CheckCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      StrategiesCommand.class,
      ModelsCommand.class,
      ProfilesCommand.class,
      SessionsCommand.class,
      SubmitCommand.class,
      CompletionCommand.class,
      HistoryCommand.class,
    },
    footer = {
      "",
      "Spark's options may stand before or after the verb: --master, --conf KEY=VALUE,",
      "--driver-memory, --executor-memory, --jars (your strategies), --properties-file.",
      "Environment: TAPEDECK_LAKE, TAPEDECK_MASTER, TAPEDECK_JARS; the command line and the job"
          + " file",
      "come first. Exit codes: 0 done, 2 usage, 3 input refused, 4 some runs failed, 75 try again,",
      "1 anything else."
    })
public final class Tapedeck {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help.")
  @SuppressWarnings("unused") // picocli reads the option itself
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Shows versions.")
  @SuppressWarnings("unused") // picocli reads the option itself
  private boolean version;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Prints one final JSON object on standard output and nothing else.")
  private boolean json;

  @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Shows stack traces.")
  private boolean verbose;

  @Option(
      names = "--progress",
      scope = ScopeType.INHERIT,
      description = "Shows progress even where standard error is no terminal.")
  private boolean progress;

  private final Console plain;
  private final PrintWriter out;
  private final PrintWriter err;

  private Tapedeck(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.plain = Console.of(out, err, environment);
    this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  /** Runs a verb and exits with its code. Only the verb's own words reach standard output. */
  public static void main(String[] args) {
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    System.setOut(err);
    System.setErr(err);
    int code = run(args, out, err, System.getenv());
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** The verbs with their options, for documents and tests. */
  static CommandLine verbs() {
    return new CommandLine(new Tapedeck(System.out, System.err, Map.of()));
  }

  /** Runs a verb in this process. */
  static int run(String[] args, PrintStream out, PrintStream err, Map<String, String> environment) {
    return line(out, err, environment).execute(args);
  }

  /** The command line with all its verbs. */
  static CommandLine line(PrintStream out, PrintStream err, Map<String, String> environment) {
    Tapedeck top = new Tapedeck(out, err, environment);
    CommandLine line = new CommandLine(top);
    line.setOut(top.out);
    line.setErr(top.err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(Console.WIDTH);
    line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new VerbList());
    line.registerConverter(LocalDate.class, Tapedeck::date);
    line.getSubcommands().get("submit").setStopAtPositional(true);
    line.setExecutionStrategy(top::execute);
    line.setParameterExceptionHandler(top::refuse);
    return line;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new TypeConversionException("'" + text + "' is no date: write it as 2013-10-07");
    }
  }

  private int execute(ParseResult parsed) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    CommandSpec command = deepest.commandSpec();
    if (!(command.userObject() instanceof Verb verb)) {
      command.commandLine().usage(err);
      err.println("tapedeck: give a verb");
      return ExitCode.USAGE.code();
    }
    return run(verb, command.name());
  }

  private int run(Verb verb, String name) {
    boolean isTerminal = plain.environment("TAPEDECK_TERMINAL").isPresent();
    Console console = plain.with(json ? Format.JSON : Format.TEXT, progress || isTerminal);
    try {
      return verb.run(console).code();
    } catch (Throwable thrown) { // an out-of-memory error too ends with its sentence
      if (verbose) {
        thrown.printStackTrace(err);
      }
      return end(console, name, ExitCodes.of(thrown), ExitCodes.sentence(thrown));
    }
  }

  private int refuse(ParameterException refused, String[] args) {
    CommandLine line = refused.getCommandLine();
    String name = line.getCommandName();
    boolean asksJson = Arrays.asList(args).contains("--json");
    Console console = plain.with(asksJson ? Format.JSON : Format.TEXT, false);
    String verb = name.equals("tapedeck") ? "" : name;
    String sentence =
        refused instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().get(0), line)
            : refused.getMessage();
    String seeAlso = "; see: tapedeck " + (verb + " --help").strip();
    return end(console, verb, ExitCode.USAGE, sentence + seeAlso);
  }

  private static String unknown(String word, CommandLine line) {
    if (word.startsWith("-")) {
      Set<String> options = line.getCommandSpec().optionsMap().keySet();
      return "unknown option " + word + guess(word, options);
    }
    Set<String> verbs = line.getSubcommands().keySet();
    return verbs.isEmpty()
        ? "unexpected word '" + word + "'"
        : "unknown verb " + word + guess(word, verbs);
  }

  private static String guess(String word, Set<String> names) {
    return NearestName.of(word, names).map(name -> ": did you mean " + name + "?").orElse("");
  }

  private int end(Console console, String verb, ExitCode code, String sentence) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("verb", verb);
    answer.put("exit_code", code.code());
    answer.put("error", sentence);
    console.json(answer);
    err.println(("tapedeck " + verb).strip() + ": " + sentence);
    return code.code();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), 8_192),
        true,
        StandardCharsets.UTF_8);
  }
}
