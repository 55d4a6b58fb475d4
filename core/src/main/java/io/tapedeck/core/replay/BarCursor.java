package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarView;

/** Flyweight over one row of a batch's bars. */
final class BarCursor implements BarView {
  private BarColumns bars = new BarColumns(1);
  private int row;

  BarCursor moveTo(BarColumns columns, int newRow) {
    bars = columns;
    row = newRow;
    return this;
  }

  @Override
  public int instrument() {
    return bars.instrument(row);
  }

  @Override
  public long eventTimeNanos() {
    return bars.eventTimeNanos(row);
  }

  @Override
  public long receiveTimeNanos() {
    return bars.eventTimeNanos(row);
  }

  @Override
  public long openTimeNanos() {
    return bars.openTimeNanos(row);
  }

  @Override
  public long openTicks() {
    return bars.openTicks(row);
  }

  @Override
  public long highTicks() {
    return bars.highTicks(row);
  }

  @Override
  public long lowTicks() {
    return bars.lowTicks(row);
  }

  @Override
  public long closeTicks() {
    return bars.closeTicks(row);
  }

  @Override
  public long lots() {
    return bars.lots(row);
  }
}
