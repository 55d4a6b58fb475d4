package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the plain spark-submit line that runs a verb. */
@Command(
    name = "submit",
    description = "Shows the plain spark-submit line that runs a verb on any Spark 4.2.",
    footer = {
      "",
      "Examples:",
      "  tapedeck submit --print sweep job.yaml",
      "  tapedeck --master yarn --executor-memory 8g submit --print sweep job.yaml --json"
    })
final class SubmitCommand implements Verb {
  private static final String MAIN = Tapedeck.class.getName();

  @Option(names = "--print", description = "Prints the line; nothing is run.")
  private boolean print;

  @Option(names = "--spark-option", hidden = true, description = "A word for spark-submit.")
  private List<String> sparkOptions = new ArrayList<>();

  @Parameters(paramLabel = "VERB", arity = "1..*", description = "A verb with its arguments.")
  private List<String> words = new ArrayList<>();

  @Override
  public ExitCode run(Console console) throws IOException {
    if (!print) {
      throw UsageException.of("add --print: it shows the line, and you run it");
    }
    List<String> line = line(applicationFolder(), sparkOptions, words);
    String text = line.stream().map(SubmitCommand::quoted).collect(Collectors.joining(" "));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("command", text);
    answer.put("words", line);
    console.print(text);
    console.json(answer);
    return ExitCode.DONE;
  }

  /** The words of the line: spark-submit, its options, our jar, the verb. */
  static List<String> line(Path application, List<String> sparkOptions, List<String> words)
      throws IOException {
    Path library = application.resolve("lib");
    Path primary = null;
    List<String> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(library)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        if (jar.getFileName().toString().startsWith("tapedeck-jobs-")) {
          primary = jar;
        } else {
          jars.add(jar.toString());
        }
      }
    }
    if (primary == null) {
      throw UsageException.of(library + " holds no tapedeck-jobs jar: run mvn package");
    }
    List<String> line = new ArrayList<>(List.of("spark-submit", "--class", MAIN));
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < sparkOptions.size(); i++) {
      if (sparkOptions.get(i).equals("--jars") && i + 1 < sparkOptions.size()) {
        jars.add(sparkOptions.get(++i));
      } else {
        rest.add(sparkOptions.get(i));
      }
    }
    line.addAll(rest);
    line.add("--jars");
    line.add(String.join(",", jars));
    line.add("--conf");
    line.add(
        "spark.driver.extraJavaOptions=-Dlog4j2.configurationFile="
            + application.resolve("conf/log4j2.properties").toUri());
    line.add(primary.toString());
    line.addAll(words);
    return line;
  }

  /** A word as a POSIX shell reads it back. */
  static String quoted(String word) {
    return word.matches("[\\w@%+=:,./*-]+") && !word.contains("*")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  private static Path applicationFolder() {
    String folder = System.getProperty("tapedeck.app");
    if (folder == null) {
      throw UsageException.of("where the jars are is not known: call jobs/bin/tapedeck submit");
    }
    return Path.of(folder);
  }
}
