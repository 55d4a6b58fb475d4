package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarColumns;

/** Bars of the tape the trader does not know yet, by (arrival, stream, seq); rows are copied. */
final class BarQueue {
  private final EventRing ring = new EventRing(1);
  private BarColumns rows = new BarColumns(16);
  private int known;

  long headNanos() {
    return ring.headNanos();
  }

  void add(long dueNanos, BarColumns bars, int row) {
    if (ring.headNanos() == EventRing.NEVER) {
      rows.clear();
      known = 0;
    }
    int handle = ring.add(dueNanos, bars.stream(row), bars.seq(row));
    ring.set(handle, 0, known++);
    rows.appendFrom(bars, row);
  }

  /** Aims a view at the first bar, which becomes known now, and takes it out. */
  BarCursor removeFirst(BarCursor bar) {
    long nanos = ring.headNanos();
    int row = (int) ring.first(0);
    ring.removeFirst();
    return bar.moveTo(rows, row, nanos);
  }
}
