package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.DateRange;
import io.tapedeck.jobs.job.UsageException;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * Which symbols and dates of a lake are meant, to be mixed into verbs that work on a part of one.
 */
final class LakeSelection {
  @Option(
      names = "--symbols",
      paramLabel = "NAME",
      split = ",",
      description = "Instruments, separated by commas. Default: all.")
  private List<String> symbols = List.of();

  @Option(names = "--from", paramLabel = "DATE", description = "First session date.")
  private LocalDate from = DateRange.ALL.first();

  @Option(names = "--to", paramLabel = "DATE", description = "Last session date.")
  private LocalDate to = DateRange.ALL.last();

  /** Whether the command line names any. */
  boolean isGiven() {
    return !symbols.isEmpty() || !dates().isAll();
  }

  /** The symbols named; none means all. */
  List<String> symbols() {
    return symbols;
  }

  /**
   * The dates named, {@link DateRange#ALL} if none are.
   *
   * @throws UsageException if the first is after the last
   */
  DateRange dates() {
    if (from.isAfter(to)) {
      throw UsageException.of("--from " + from + " must not be after --to " + to);
    }
    return new DateRange(from, to);
  }
}
