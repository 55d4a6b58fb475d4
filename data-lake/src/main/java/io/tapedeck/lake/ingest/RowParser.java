package io.tapedeck.lake.ingest;

/** Reads the lines of one file of one format, in order. */
interface RowParser {
  /** Whether the first line names the columns. */
  boolean hasHeader();

  /** Reads the header. */
  default void header(Line line) throws RefusedFileException {}

  /**
   * Reads a row and hands on the table rows it completes, none or more.
   *
   * @return what becomes of the source row
   */
  RowVerdict parse(Line line, RowSink sink);

  /** How many rows were rounded because the mapping asks for it. */
  default long rounded() {
    return 0;
  }

  /** Hands on what the last rows had left open. */
  default void finish(RowSink sink) {}
}
