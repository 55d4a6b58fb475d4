package io.tapedeck.jobs.replay;

import io.tapedeck.jobs.job.NearestName;
import io.tapedeck.jobs.job.UsageException;
import io.tapedeck.lake.ingest.Profiles;
import io.tapedeck.lake.ingest.SourceFormat;
import java.util.List;

/** Finds the format that a command line or a job names. */
public final class SourceFormats {
  private SourceFormats() {}

  /**
   * A built-in format.
   *
   * @param symbol the symbol of every row; empty to take the files' word
   * @throws UsageException if there is none of this name, naming the nearest
   */
  public static SourceFormat profile(String name, String symbol) {
    List<String> names = Profiles.all().stream().map(SourceFormat::name).toList();
    if (!names.contains(name)) {
      throw UsageException.of("unknown profile " + name + ": " + NearestName.hint(name, names));
    }
    return symbol.isEmpty() ? Profiles.byName(name) : Profiles.byName(name, symbol);
  }
}
