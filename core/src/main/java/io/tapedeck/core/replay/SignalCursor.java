package io.tapedeck.core.replay;

import io.tapedeck.core.market.SignalColumns;
import io.tapedeck.core.market.SignalView;

/** Flyweight over one row of a batch's signals. */
final class SignalCursor implements SignalView {
  private SignalColumns signals = new SignalColumns(1);
  private int row;

  SignalCursor moveTo(SignalColumns columns, int newRow) {
    signals = columns;
    row = newRow;
    return this;
  }

  @Override
  public int instrument() {
    return signals.instrument(row);
  }

  @Override
  public long eventTimeNanos() {
    return signals.eventTimeNanos(row);
  }

  @Override
  public long receiveTimeNanos() {
    return signals.eventTimeNanos(row);
  }

  @Override
  public int side() {
    return signals.side(row);
  }

  @Override
  public double strength() {
    return signals.strength(row);
  }

  @Override
  public long horizonNanos() {
    return signals.horizonNanos(row);
  }
}
