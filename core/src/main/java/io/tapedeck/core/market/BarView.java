package io.tapedeck.core.market;

/** A finished bar, known at its close; {@link #eventTimeNanos} is the close. */
public interface BarView extends EventView {
  long openTimeNanos();

  long openTicks();

  long highTicks();

  long lowTicks();

  long closeTicks();

  /** Volume in lots; {@link Missing#VALUE} where the source has none. */
  long lots();
}
