package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.replay.SourceFormats;
import io.tapedeck.lake.ingest.SourceFormat;
import picocli.CommandLine.Option;

/** How files are read, to be mixed into verbs that read them. */
final class FormatOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "A built-in format; see: tapedeck profiles.")
  private String profile;

  @Option(
      names = "--symbol",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The symbol of every row, whatever the files say.")
  private String symbol;

  @Option(
      names = "--include-suspicious",
      description = "Takes ticks too that their vendor marks as suspicious.")
  private boolean includesSuspicious;

  /**
   * The format named.
   *
   * @throws UsageException if none is
   */
  SourceFormat format() {
    if (profile == null) {
      throw UsageException.of("--profile is missing: name a format; see: tapedeck profiles");
    }
    SourceFormat format = SourceFormats.profile(profile, symbol);
    return includesSuspicious ? format.includingSuspicious() : format;
  }
}
