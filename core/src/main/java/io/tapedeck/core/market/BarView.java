package io.tapedeck.core.market;

/** A finished bar, known at its close; {@link #eventTimeNanos} is the close. */
public interface BarView extends EventView {
  /** Which price of the tape it is made of. */
  BarPrice price();

  long openTimeNanos();

  long openTicks();

  long highTicks();

  long lowTicks();

  long closeTicks();

  /** Volume in lots; {@link Missing#VALUE} where the source has none. */
  long lots();
}
