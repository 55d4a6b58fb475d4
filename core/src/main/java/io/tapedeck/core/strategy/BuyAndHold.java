package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.market.BarView;
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
   * @param size of each instrument, in its units; 0 leaves it to the run's sizing
   */
  public record Params(
      @Parameter(value = "size bought of each instrument", unit = "units", range = Stance.SIZES)
          BigDecimal size)
      implements StrategySpec {
    public Params {
      Stance.requireSize(size);
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

  private final Stance stance;

  private BuyAndHold(Params params, Universe universe) {
    stance = new Stance(params.size(), universe);
  }

  @Override
  public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
    stance.take(quote.instrument(), 1, orders);
  }

  @Override
  public void onTrade(TradeView trade, PositionView position, OrderSink orders) {
    stance.take(trade.instrument(), 1, orders);
  }

  @Override
  public void onBar(BarView bar, PositionView position, OrderSink orders) {
    stance.take(bar.instrument(), 1, orders);
  }
}
