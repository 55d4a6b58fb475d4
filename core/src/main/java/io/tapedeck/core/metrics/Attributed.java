package io.tapedeck.core.metrics;

import io.tapedeck.core.market.Side;

/** What can be attributed to one strategy, one instrument and one side. */
public interface Attributed {
  /** Index of the strategy in the run. */
  int strategy();

  /** Index of the instrument in the run's universe. */
  int instrument();

  /** The side of the order or the fill, or of the position's entry. */
  Side side();
}
