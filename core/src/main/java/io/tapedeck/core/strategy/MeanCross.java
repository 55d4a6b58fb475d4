package io.tapedeck.core.strategy;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;
import java.util.function.IntFunction;

/**
 * Long while the fast mean of the price is above the slow one, and short, or flat, while it is
 * below. Equal means change nothing, and nothing is traded before the slow mean is warm.
 */
final class MeanCross implements PriceStrategy {
  /** What crosses have in common; their parameters document it. */
  record Terms(int fast, int slow, BigDecimal size, PriceSource price, int sideBelow) {
    Terms {
      Require.that(fast >= 1, "fast must be at least 1 event, was %d", fast);
      Require.that(slow > fast, "slow must be above fast (%d events), was %d", fast, slow);
      Stance.requireSize(size);
      Require.that(price != null, "price must be given");
    }
  }

  private final WatchedPrices prices;
  private final Stance stance;
  private final int sideBelow;
  private final Mean[] fast;
  private final Mean[] slow;

  /** A cross of means that are made for their windows. */
  MeanCross(Terms terms, IntFunction<Mean> ofWindow, Universe universe) {
    prices = terms.price().of(universe);
    stance = new Stance(terms.size(), universe);
    sideBelow = terms.sideBelow();
    fast = new Mean[universe.size()];
    slow = new Mean[universe.size()];
    for (int i = 0; i < fast.length; i++) {
      fast[i] = ofWindow.apply(terms.fast());
      slow[i] = ofWindow.apply(terms.slow());
    }
  }

  @Override
  public WatchedPrices prices() {
    return prices;
  }

  @Override
  public void onPrice(int instrument, long halfTicks, OrderSink orders) {
    fast[instrument].add(halfTicks);
    slow[instrument].add(halfTicks);
    if (!slow[instrument].isWarm()) {
      return;
    }
    double fastMean = fast[instrument].value();
    double slowMean = slow[instrument].value();
    if (fastMean > slowMean) {
      stance.take(instrument, 1, orders);
    } else if (fastMean < slowMean) {
      stance.take(instrument, sideBelow, orders);
    }
  }
}
