package io.tapedeck.lake.ingest;

/** Accepts the rows a parser makes; a row is valid during the call. */
interface RowSink {
  void row(ParsedRow row);
}
