package io.tapedeck.core.replay.textbook;

import io.tapedeck.core.account.PositionView;
import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.QuoteView;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.TradeView;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.order.OrderSink;
import io.tapedeck.core.order.TimeInForce;
import io.tapedeck.core.strategy.Strategy;
import io.tapedeck.core.strategy.StrategySpec;
import java.math.BigDecimal;
import java.util.List;

/** The wishes of a tape as a strategy of the engine. */
record TextbookScript(List<TextbookTape.Wish> wishes) implements StrategySpec {
  @Override
  public Strategy create(Universe universe) {
    Instrument instrument = universe.instrument(0);
    return new Strategy() {
      private int delivered;
      private long lastOrder;

      @Override
      public void onQuote(QuoteView quote, PositionView position, OrderSink orders) {
        onDelivery(orders);
      }

      @Override
      public void onTrade(TradeView trade, PositionView position, OrderSink orders) {
        onDelivery(orders);
      }

      private void onDelivery(OrderSink orders) {
        int now = delivered++;
        for (TextbookTape.Wish wish : wishes) {
          if (wish.at() == now) {
            ask(wish, orders);
          }
        }
      }

      private void ask(TextbookTape.Wish wish, OrderSink orders) {
        if (wish instanceof TextbookTape.Target target) {
          sent(orders.target(lots(target.position())));
        } else if (wish instanceof TextbookTape.Market market) {
          sent(
              orders.market(
                  Side.of(market.sign()),
                  lots(market.size()),
                  TimeInForce.valueOf(market.timeInForce())));
        } else if (wish instanceof TextbookTape.Limit limit) {
          sent(
              orders.limit(
                  Side.of(limit.sign()),
                  lots(limit.size()),
                  instrument.ticks(limit.price()),
                  TimeInForce.valueOf(limit.timeInForce())));
        } else if (wish instanceof TextbookTape.Cancel cancel && cancel.order() <= lastOrder) {
          orders.cancel(cancel.order());
        }
      }

      private void sent(long orderId) {
        lastOrder = Math.max(lastOrder, orderId);
      }

      private long lots(BigDecimal size) {
        return instrument.lots(size);
      }
    };
  }
}
