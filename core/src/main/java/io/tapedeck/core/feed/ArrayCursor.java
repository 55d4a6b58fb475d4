package io.tapedeck.core.feed;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.EventColumns;
import java.util.List;

/** A cursor over blocks in memory. */
final class ArrayCursor implements StreamCursor {
  private static final List<String> NAMES =
      List.of("trades", "quotes", "bars", "signals", "bar opens");

  private final byte kind;
  private final List<EventColumns> blocks;
  private int next;

  /** A cursor over blocks of this kind, in order. */
  ArrayCursor(byte kind, List<? extends EventColumns> blocks) {
    this.kind = kind;
    this.blocks = List.copyOf(blocks);
    Require.that(
        this.blocks.stream().allMatch(block -> block.kind() == kind),
        "blocks of a cursor must be of one kind");
  }

  @Override
  public byte kind() {
    return kind;
  }

  @Override
  public boolean next() {
    if (next == blocks.size()) {
      return false;
    }
    next++;
    return true;
  }

  @Override
  public EventColumns block() {
    return blocks.get(next - 1);
  }

  @Override
  public String place() {
    return "array of " + NAMES.get(kind);
  }
}
