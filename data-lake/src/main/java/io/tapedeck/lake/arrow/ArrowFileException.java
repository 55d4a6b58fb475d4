package io.tapedeck.lake.arrow;

/** A file that is not Arrow, is damaged, or holds more in one batch than may be in memory. */
public final class ArrowFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean tooLarge;

  private ArrowFileException(String detail, boolean tooLarge, Throwable cause) {
    super(detail, cause);
    this.tooLarge = tooLarge;
  }

  static ArrowFileException notArrow(String detail) {
    return new ArrowFileException(detail, false, null);
  }

  static ArrowFileException damaged(String detail, Throwable cause) {
    return new ArrowFileException("not whole, or damaged: " + detail, false, cause);
  }

  static ArrowFileException tooLarge(long limit, Throwable cause) {
    return new ArrowFileException(
        "a record batch or dictionary needs more than "
            + (limit >> 20)
            + " MiB of memory; write smaller batches, as pyarrow does with max_chunksize=65536 and"
            + " polars with record_batch_size=65536",
        true,
        cause);
  }

  /** Whether the file may be in order but cannot be taken into memory. */
  public boolean isTooLarge() {
    return tooLarge;
  }
}
