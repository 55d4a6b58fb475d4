package io.tapedeck.lake.ingest;

/**
 * What became of a file.
 *
 * @param file its logical name
 * @param table folder of the table; empty if its name does not say
 * @param digest SHA-256 of its bytes, hexadecimal; empty if it was not read
 * @param counts of the rows in force: those of this version for TAKEN and CORRECTED, as recorded
 *     for UNCHANGED
 * @param detail why it was refused, what it replaced or copies; may be empty
 */
public record FileOutcome(
    String file,
    String table,
    String digest,
    long bytes,
    Status status,
    RefusalReason refusal,
    IntakeCounts counts,
    String detail) {
  /** The ways a file can end. */
  public enum Status {
    /** Its rows are new in the lake. */
    TAKEN,
    /** Its rows replaced those of another version of it. */
    CORRECTED,
    /** The same bytes are in force: nothing was written. */
    UNCHANGED,
    /** All its rows are in the lake already, from a file of another name. */
    COPY,
    /** Nothing of it was taken. */
    REFUSED
  }

  /** One line for a console. */
  public String line() {
    String end = detail.isEmpty() ? "" : ": " + detail;
    return switch (status) {
      case REFUSED -> "refused " + file + " (" + refusal + ")" + end;
      default ->
          status.name().toLowerCase(java.util.Locale.ROOT)
              + " "
              + file
              + " ("
              + counts.kept()
              + " rows of "
              + counts.read()
              + ")"
              + end;
    };
  }
}
