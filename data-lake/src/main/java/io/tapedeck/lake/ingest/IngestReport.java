package io.tapedeck.lake.ingest;

import java.util.List;

/**
 * What an ingest did.
 *
 * @param files each file, by logical name
 * @param warnings what the user should know: guessed instruments, unknown calendars
 */
public record IngestReport(List<FileOutcome> files, List<String> warnings) {
  public IngestReport {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /** How many files ended this way. */
  public long count(FileOutcome.Status status) {
    return files.stream().filter(file -> file.status() == status).count();
  }

  /** Whether any file was refused (exit code 3). */
  public boolean hasRefusals() {
    return count(FileOutcome.Status.REFUSED) > 0;
  }

  /** The files refused. */
  public List<FileOutcome> refused() {
    return files.stream().filter(f -> f.status() == FileOutcome.Status.REFUSED).toList();
  }

  /** Counts of the rows that this ingest wrote: files taken or corrected, and copies. */
  public IntakeCounts written() {
    return files.stream()
        .filter(
            f ->
                f.status() != FileOutcome.Status.REFUSED
                    && f.status() != FileOutcome.Status.UNCHANGED)
        .map(FileOutcome::counts)
        .reduce(IntakeCounts.NONE, IntakeCounts::plus);
  }
}
