package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.Durations;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.quality.QualityLimits;
import io.tapedeck.jobs.quality.QualityRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code check --data} looks at and how good it must be. */
final class QualityOptions {
  private static final String MAX_GAP = "--max-gap";

  @Mixin private LakeSelection selection;

  @Option(
      names = "--require-symbols",
      paramLabel = "NAME",
      split = ",",
      description =
          "Must have rows on every session of the dates. Default: those of --symbols. Other symbols"
              + " may not lack a session between their first and last date.")
  private List<String> required;

  @Option(
      names = "--max-crossed",
      paramLabel = "SHARE",
      description = "Most crossed quotes of all quotes. Default: 1%%.")
  private String maxCrossed;

  @Option(
      names = "--max-one-sided",
      paramLabel = "SHARE",
      description = "Most quotes without a bid or without an offer. Default: 10%%.")
  private String maxOneSided;

  @Option(
      names = "--max-quarantined",
      paramLabel = "SHARE",
      description =
          "Most damaged rows of the source files, those their vendor distrusts apart. Default: 0.1%%.")
  private String maxQuarantined;

  @Option(
      names = "--max-out-of-session",
      paramLabel = "SHARE",
      description = "Most events before the open and after the close. Default: 20%%.")
  private String maxOutOfSession;

  @Option(
      names = MAX_GAP,
      paramLabel = "TIME",
      description =
          "Longest time without an event from the open to the close, as 90s, 30m, 2h. Default: 30m.")
  private String maxGap;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      description = "Fewest trades and quotes of a session. Default: 1.")
  private Long minRows;

  /** Whether any of them is on the command line. */
  boolean areGiven() {
    return selection.isGiven()
        || Stream.of(
                Optional.ofNullable(required),
                Optional.ofNullable(maxCrossed),
                Optional.ofNullable(maxOneSided),
                Optional.ofNullable(maxQuarantined),
                Optional.ofNullable(maxOutOfSession),
                Optional.ofNullable(maxGap),
                Optional.ofNullable(minRows))
            .anyMatch(Optional::isPresent);
  }

  /** What is asked. */
  QualityRequest request() {
    return new QualityRequest(
        selection.symbols(),
        required == null ? selection.symbols() : required,
        selection.dates(),
        limits());
  }

  private QualityLimits limits() {
    return new QualityLimits(
        share("--max-crossed", maxCrossed, 0.01),
        share("--max-one-sided", maxOneSided, 0.1),
        share("--max-quarantined", maxQuarantined, 0.001),
        share("--max-out-of-session", maxOutOfSession, 0.2),
        gapNanos(),
        minRows == null ? 1 : minRows);
  }

  private static double share(String option, String given, double standard) {
    return given == null ? standard : Shares.parse(option, given);
  }

  private long gapNanos() {
    String text = maxGap == null ? "30m" : maxGap;
    Long nanos = Durations.nanos(text);
    if (nanos == null || nanos <= 0) {
      throw UsageException.of(
          MAX_GAP
              + " must be a duration with its unit, such as 90s, 30m or 2h, was '"
              + text
              + "'");
    }
    return nanos;
  }
}
