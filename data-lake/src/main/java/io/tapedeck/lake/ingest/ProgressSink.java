package io.tapedeck.lake.ingest;

/** Hears how far long work has come; called from another thread, some times a second at most. */
@FunctionalInterface
public interface ProgressSink {
  /** Hears nothing. */
  ProgressSink NONE = (done, total, rows) -> {};

  /**
   * Some work is done.
   *
   * @param done work done so far, in the unit of {@code total}; for ingest bytes of source files,
   *     each counted once for its check and once for its write
   * @param total all work known now; positive
   * @param rows rows read so far
   */
  void progress(long done, long total, long rows);
}
