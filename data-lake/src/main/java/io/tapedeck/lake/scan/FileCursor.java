package io.tapedeck.lake.scan;

import io.tapedeck.core.feed.StreamCursor;
import io.tapedeck.core.market.EventColumns;

/**
 * The rows of one file, block by block.
 *
 * <p>Of a file with several streams the last nanosecond of a block is held back until the next, so
 * that rows of one nanosecond can be put in order.
 */
final class FileCursor implements StreamCursor {
  private final DataFile file;
  private final String place;
  private final RowDecoder decoder;
  private final ReaderSettings settings;
  private final EventColumns heldBack;
  private EventColumns block;
  private EventColumns spare;
  private ParquetRows rows;
  private boolean isAtEnd;

  /** A cursor that opens the file when it is first asked for a block. */
  FileCursor(TickPartition partition, DataFile file, RowDecoder decoder, ReaderSettings settings) {
    this.file = file;
    this.place = partition.place() + ", file " + file.path();
    this.decoder = decoder;
    this.settings = settings;
    this.block = decoder.newColumns();
    this.spare = decoder.newColumns();
    this.heldBack = decoder.newColumns();
  }

  @Override
  public byte kind() {
    return block.kind();
  }

  @Override
  public boolean next() {
    if (rows == null) {
      rows = ParquetRows.open(settings, file, decoder.columns());
    }
    block.clear();
    return file.isMixed() ? nextMixed() : nextPlain();
  }

  @Override
  public EventColumns block() {
    return block;
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public void close() {
    if (rows != null) {
      rows.close();
    }
  }

  private boolean nextPlain() {
    while (block.size() == 0 && rows.next()) {
      decoder.decode(rows, block);
    }
    return block.size() > 0;
  }

  private boolean nextMixed() {
    block.appendFrom(heldBack, 0, heldBack.size());
    heldBack.clear();
    while (!isAtEnd && TieOrder.lastRun(block) == 0) {
      isAtEnd = !rows.next();
      if (!isAtEnd) {
        decoder.decode(rows, block);
      }
    }
    if (!isAtEnd) {
      int cut = TieOrder.lastRun(block);
      heldBack.appendFrom(block, cut, block.size() - cut);
      block.truncate(cut);
    }
    if (!TieOrder.holds(block)) {
      spare.clear();
      TieOrder.sort(block, spare);
      EventColumns sorted = spare;
      spare = block;
      block = sorted;
    }
    return block.size() > 0;
  }
}
