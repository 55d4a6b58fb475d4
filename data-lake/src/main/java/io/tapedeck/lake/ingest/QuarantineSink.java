package io.tapedeck.lake.ingest;

/** Hears of source rows that are not taken; the line is valid during the call. */
interface QuarantineSink {
  void quarantined(Line line, RowVerdict verdict);
}
