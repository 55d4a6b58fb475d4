package io.tapedeck.lake.scan;

import io.tapedeck.core.feed.StreamCursor;
import io.tapedeck.core.market.EventColumns;
import java.util.List;
import java.util.function.Function;

/** The partitions of one table and symbol in the order of their dates, one open at a time. */
final class ChainCursor implements StreamCursor {
  private final byte kind;
  private final List<TickPartition> partitions;
  private final Function<TickPartition, StreamCursor> opener;
  private final OrderGuard guard = new OrderGuard();
  private StreamCursor current;
  private int next;

  ChainCursor(
      byte kind, List<TickPartition> partitions, Function<TickPartition, StreamCursor> opener) {
    this.kind = kind;
    this.partitions = partitions;
    this.opener = opener;
  }

  @Override
  public byte kind() {
    return kind;
  }

  @Override
  public boolean next() {
    while (current != null || next < partitions.size()) {
      if (current == null) {
        current = opener.apply(partitions.get(next++));
      }
      if (current.next()) {
        guard.check(current.block(), current.place());
        return true;
      }
      close();
    }
    return false;
  }

  @Override
  public EventColumns block() {
    return current.block();
  }

  @Override
  public String place() {
    TickPartition latest = partitions.get(Math.max(0, next - 1));
    return latest.place();
  }

  @Override
  public void close() {
    StreamCursor closing = current;
    current = null;
    if (closing != null) {
      closing.close();
    }
  }
}
