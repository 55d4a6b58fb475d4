package io.tapedeck.core.replay;

import io.tapedeck.core.market.BarColumns;
import io.tapedeck.core.market.BarPrice;
import io.tapedeck.core.market.BarView;

/** Flyweight over one row of a batch's bars. */
final class BarCursor implements BarView {
  private BarColumns bars = new BarColumns(1);
  private int row;
  private long receiveTimeNanos;

  BarCursor moveTo(BarColumns columns, int newRow, long knownNanos) {
    bars = columns;
    row = newRow;
    receiveTimeNanos = knownNanos;
    return this;
  }

  @Override
  public BarPrice price() {
    return bars.price(row);
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
    return receiveTimeNanos;
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
