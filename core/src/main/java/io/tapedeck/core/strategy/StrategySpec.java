package io.tapedeck.core.strategy;

import io.tapedeck.core.market.Universe;

/**
 * The parameters of a strategy, and its factory: a record whose components carry {@link Parameter}.
 */
public interface StrategySpec {
  /**
   * A fresh strategy for one run over these instruments. @throws IllegalArgumentException if they
   * do not fit it
   */
  Strategy create(Universe universe);
}
