package io.tapedeck.lake.ingest;

import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.Instrument;
import java.util.List;

/** Rows of one stream in memory, as read, until the instrument's units are known. */
interface RowBuffer {
  void add(ParsedRow row);

  /** The rows in order, in ticks and lots: one block of each kind of event that they are. */
  List<EventColumns> columns(int instrumentIndex, int stream, Instrument instrument);
}
