package io.tapedeck.jobs.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * Where a verb writes. In text mode people read standard output; with {@code --json} one final
 * object stands there and nothing else. Notes, warnings and progress go to standard error always.
 */
public final class Console {
  /** The most columns of anything printed. */
  public static final int WIDTH = 100;

  /** What stands on standard output. */
  enum Format {
    TEXT,
    JSON
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;
  private final boolean showsProgress;
  private final Format format;
  private boolean hasAnswered;

  private Console(
      PrintStream out,
      PrintStream err,
      Map<String, String> environment,
      boolean showsProgress,
      Format format) {
    this.out = out;
    this.err = err;
    this.environment = Map.copyOf(environment);
    this.showsProgress = showsProgress;
    this.format = format;
  }

  /** A console in text mode. */
  static Console of(PrintStream out, PrintStream err, Map<String, String> environment) {
    return new Console(out, err, environment, false, Format.TEXT);
  }

  Console with(Format newFormat, boolean progress) {
    return new Console(out, err, environment, progress, newFormat);
  }

  /** Whether nothing but the final object may stand on standard output. */
  public boolean isJson() {
    return format == Format.JSON;
  }

  /** A line for people; dropped under {@code --json}. */
  public void print(String line) {
    if (!isJson()) {
      out.println(line);
    }
  }

  /** The final object, printed under {@code --json} and dropped otherwise. Called once. */
  public void json(Object answer) {
    if (isJson() && !hasAnswered) {
      hasAnswered = true;
      out.println(Json.pretty(answer));
      out.flush();
    }
  }

  boolean hasAnswered() {
    return hasAnswered;
  }

  /** A line on standard error. */
  public void note(String line) {
    err.println(line);
  }

  /** A line on standard error that begins with "warning:". */
  public void warn(String sentence) {
    err.println("warning: " + sentence);
  }

  /** A progress line for this work; shows nothing unless standard error is a terminal. */
  public ProgressLine progress(String work) {
    return showsProgress ? ProgressLine.on(err, work) : ProgressLine.silent();
  }

  /** The value of an environment variable, if it is set and not blank. */
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
