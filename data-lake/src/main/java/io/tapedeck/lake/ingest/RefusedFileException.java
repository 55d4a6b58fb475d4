package io.tapedeck.lake.ingest;

/** A file that is refused as a whole. */
public final class RefusedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final RefusalReason reason;

  RefusedFileException(RefusalReason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public RefusalReason reason() {
    return reason;
  }
}
