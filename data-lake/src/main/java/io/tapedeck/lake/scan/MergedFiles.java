package io.tapedeck.lake.scan;

import io.tapedeck.core.feed.MergedFeed;
import io.tapedeck.core.feed.StreamCursor;
import io.tapedeck.core.market.EventColumns;
import io.tapedeck.core.market.TapeBatch;
import io.tapedeck.core.market.Universe;
import java.util.List;

/** The rows of several files of one partition, merged. */
final class MergedFiles implements StreamCursor {
  private final TickPartition partition;
  private final byte kind;
  private final MergedFeed merged;
  private final TapeBatch batch = new TapeBatch(ParquetRows.BATCH_ROWS);

  MergedFiles(Universe universe, TickPartition partition, List<FileCursor> files) {
    this.partition = partition;
    this.kind = files.get(0).kind();
    this.merged = new MergedFeed(universe, files, List.of());
  }

  @Override
  public byte kind() {
    return kind;
  }

  @Override
  public boolean next() {
    return merged.refill(batch);
  }

  @Override
  public EventColumns block() {
    return batch.columns(kind);
  }

  @Override
  public String place() {
    return partition.place();
  }

  @Override
  public void close() {
    merged.close();
  }
}
