package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import java.math.BigDecimal;

/**
 * Buys once, at the first event of each instrument, and holds: what others are measured against.
 */
public final class BuyAndHold implements Strategy {
  /**
   * Parameters of one run.
   *
   * @param size of each instrument, in its units; positive
   */
  public record Params(
      @Parameter(value = "size bought of each instrument", unit = "units", range = "positive")
          BigDecimal size)
      implements StrategySpec {
    public Params {
      Require.that(size != null && size.signum() > 0, "size must be positive, was %s", size);
    }

    @Override
    public Strategy create(Universe universe) {
      return new BuyAndHold(this, universe);
    }
  }

  /** Makes it known as buy-and-hold. */
  public static final class Provider implements StrategyProvider {
    @Override
    public String name() {
      return "buy-and-hold";
    }

    @Override
    public String summary() {
      return "Buys once at the first event of each instrument and holds to the end.";
    }

    @Override
    public Class<? extends StrategySpec> parameters() {
      return Params.class;
    }
  }

  private final long[] longLots;
  private final boolean[] hasBought;

  private BuyAndHold(Params params, Universe universe) {
    longLots = universe.orderLots(params.size());
    hasBought = new boolean[universe.size()];
  }

  @Override
  public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
    buyOnce(quote.instrument(), orders);
  }

  @Override
  public void onTrade(TradeView trade, PositionView position, OrderSink orders) {
    buyOnce(trade.instrument(), orders);
  }

  private void buyOnce(int instrument, OrderSink orders) {
    if (!hasBought[instrument]) {
      hasBought[instrument] = true;
      orders.target(longLots[instrument]);
    }
  }
}
