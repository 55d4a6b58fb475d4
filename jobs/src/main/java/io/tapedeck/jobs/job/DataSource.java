package io.tapedeck.jobs.job;

import java.util.List;

/** Where a job's ticks come from. */
public sealed interface DataSource {
  /**
   * A lake.
   *
   * @param root folder or URI
   */
  record InLake(String root) implements DataSource {}

  /**
   * Files, read as they are, without a lake.
   *
   * @param files files, folders or globs; at least one
   * @param profile name of a profile; empty if a mapping is given
   * @param mapping path of a mapping file; empty if a profile is given
   * @param symbol the symbol of every row; empty if the files say it
   */
  record InFiles(List<String> files, String profile, String mapping, String symbol)
      implements DataSource {
    public InFiles {
      files = List.copyOf(files);
    }
  }

  /** The source that {@code lake} or {@code data} names; exactly one of them must be there. */
  static DataSource bind(Fields job) {
    boolean hasLake = job.has("lake");
    boolean hasFiles = job.has("data");
    if (hasLake == hasFiles) {
      throw job.missing(
          "lake", hasLake ? "give lake or data, not both" : "give --lake FOLDER, lake: or data:");
    }
    return hasLake
        ? new InLake(job.text("lake").orElseThrow())
        : files(job.group("data").orElseThrow());
  }

  private static InFiles files(Fields data) {
    List<String> files = data.texts("csv");
    String profile = data.text("profile").orElse("");
    String mapping = data.text("mapping").orElse("");
    String symbol = data.text("symbol").orElse("");
    data.refuseOthers();
    if (files.isEmpty()) {
      throw data.missing("csv", "name the files, folders or globs to read");
    }
    if (profile.isEmpty() == mapping.isEmpty()) {
      throw data.missing(
          "profile",
          profile.isEmpty()
              ? "give a profile (see: tapedeck profiles) or a mapping file"
              : "give a profile or a mapping, not both");
    }
    return new InFiles(files, profile, mapping, symbol);
  }
}
