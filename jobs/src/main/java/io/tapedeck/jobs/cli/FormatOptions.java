package io.tapedeck.jobs.cli;

import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.jobs.replay.SourceFormats;
import io.tapedeck.lake.ingest.SourceFormat;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How files are read, to be mixed into verbs that read them. */
final class FormatOptions {
  @Option(
      names = "--profile",
      paramLabel = "NAME",
      completionCandidates = SessionsCommand.ProfileNames.class,
      description = "A built-in format; see: tapedeck profiles.")
  private String profile;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "A description of your own format (YAML); drafted by: tapedeck ingest --infer.")
  private Path mapping;

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
   * @throws UsageException if none is, or two are
   */
  SourceFormat format() {
    if ((profile == null) == (mapping == null)) {
      throw UsageException.of(
          profile == null
              ? "give --profile NAME (see: tapedeck profiles) or --mapping FILE"
              : "give --profile or --mapping, not both");
    }
    if (mapping != null && !symbol.isEmpty()) {
      throw UsageException.of("--symbol is for profiles: the mapping says symbol: {constant: ...}");
    }
    SourceFormat format =
        mapping == null ? SourceFormats.profile(profile, symbol) : SourceFormats.mapping(mapping);
    return includesSuspicious ? format.includingSuspicious() : format;
  }
}
