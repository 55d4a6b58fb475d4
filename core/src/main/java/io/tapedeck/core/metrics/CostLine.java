package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Side;

/**
 * Costs of one fill, order or charge, with what they are attributed to.
 *
 * @param strategy index of the strategy in the run; not negative
 * @param instrument index in the run's universe; not negative
 * @param side of the fill; of a financing charge, BUY for a long position
 * @param costs money
 */
public record CostLine(int strategy, int instrument, Side side, CostBreakdown costs)
    implements Attributed {
  public CostLine {
    Require.that(strategy >= 0, "strategy must not be negative, was %d", strategy);
    Require.that(instrument >= 0, "instrument must not be negative, was %d", instrument);
    Require.that(side != null && costs != null, "side and costs must be given");
  }
}
