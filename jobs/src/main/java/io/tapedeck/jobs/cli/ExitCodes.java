package io.tapedeck.jobs.cli;

import io.tapedeck.core.market.FeedException;
import io.tapedeck.jobs.job.UsageException;
import java.util.List;
import java.util.Optional;

/** The one place that says which exception ends with which exit code, and what it tells. */
final class ExitCodes {
  private static final String OURS = "io.tapedeck.";

  /** By name, for they come from places the command line should not have to load. */
  private static final List<String> TRY_AGAIN =
      List.of("LakeBusyException", "DeltaConcurrentModificationException");

  private static final List<String> REFUSED =
      List.of(
          "ScanException",
          "CompactionException",
          "RefusedFileException",
          "StalePlanException",
          "VacuumException");

  private ExitCodes() {}

  /** The code of the first cause that has one of its own, else {@link ExitCode#FAILED}. */
  static ExitCode of(Throwable thrown) {
    return telling(thrown).map(ExitCodes::own).orElse(ExitCode.FAILED);
  }

  /** What went wrong, in one line. */
  static String sentence(Throwable thrown) {
    Throwable cause = telling(thrown).orElseGet(() -> root(thrown));
    if (cause instanceof OutOfMemoryError) {
      return "out of memory (" + cause.getMessage() + "): give more with --driver-memory";
    }
    String message = cause.getMessage();
    String text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    return own(cause) == ExitCode.FAILED && !cause.getClass().getName().startsWith(OURS)
        ? oneLine(cause.getClass().getSimpleName() + ": " + text)
        : oneLine(text);
  }

  private static Optional<Throwable> telling(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (own(cause) != ExitCode.FAILED) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static ExitCode own(Throwable thrown) {
    if (thrown instanceof UsageException || isRefusedArgument(thrown)) {
      return ExitCode.USAGE;
    }
    if (thrown instanceof RefusedException
        || thrown instanceof FeedException
        || REFUSED.contains(thrown.getClass().getSimpleName())) {
      return ExitCode.REFUSED;
    }
    if (thrown instanceof TryAgainException || isBusy(thrown.getClass())) {
      return ExitCode.TRY_AGAIN;
    }
    return ExitCode.FAILED;
  }

  /** An argument refused by our own checks comes from the user; by a library's, from a mistake. */
  private static boolean isRefusedArgument(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return thrown.getClass() == IllegalArgumentException.class
        && trace.length > 0
        && trace[0].getClassName().startsWith(OURS);
  }

  private static boolean isBusy(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (TRY_AGAIN.contains(each.getSimpleName())) {
        return true;
      }
    }
    return false;
  }

  private static String oneLine(String text) {
    return text.strip().lines().map(String::strip).findFirst().orElse(text);
  }
}
