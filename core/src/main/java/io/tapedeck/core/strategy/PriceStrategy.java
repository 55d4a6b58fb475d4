package io.tapedeck.core.strategy;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.market.BarView;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.order.OrderSink;

/** A strategy that decides from one price of each instrument, be it of quotes, trades or bars. */
public interface PriceStrategy extends Strategy {
  /** What it watches. */
  WatchedPrices prices();

  /**
   * The watched price of an instrument became known.
   *
   * @param halfTicks the price, in half ticks
   * @param orders the sink of the instrument
   */
  void onPrice(int instrument, long halfTicks, OrderSink orders);

  @Override
  default void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
    long price = prices().of(quote);
    if (!Missing.is(price)) {
      onPrice(quote.instrument(), price, orders);
    }
  }

  @Override
  default void onTrade(TradeView trade, PositionView position, OrderSink orders) {
    long price = prices().of(trade);
    if (!Missing.is(price)) {
      onPrice(trade.instrument(), price, orders);
    }
  }

  @Override
  default void onBar(BarView bar, PositionView position, OrderSink orders) {
    long price = prices().of(bar);
    if (!Missing.is(price)) {
      onPrice(bar.instrument(), price, orders);
    }
  }
}
