package io.tapedeck.core.replay;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategySpec;

/** Flat at a bar's close, it follows the bar at the market, with a target and a stop. */
final class BracketTrader implements Strategy {
  /**
   * Parameters of one run.
   *
   * @param lots of each position; positive
   * @param offsetTicks from the close to the target and to the stop; positive
   */
  record Params(long lots, long offsetTicks) implements StrategySpec {
    @Override
    public Strategy create(Universe universe) {
      return new BracketTrader(this);
    }
  }

  private final Params params;

  private BracketTrader(Params params) {
    this.params = params;
  }

  @Override
  public void onBar(BarView bar, PositionView position, OrderSink orders) {
    if (position.lots() == 0 && position.workingLots() == 0) {
      Side side = bar.closeTicks() >= bar.openTicks() ? Side.BUY : Side.SELL;
      long offset = side.sign() * params.offsetTicks();
      orders
          .order(side, params.lots())
          .takeProfit(bar.closeTicks() + offset)
          .stopLoss(bar.closeTicks() - offset)
          .send();
    }
  }
}
