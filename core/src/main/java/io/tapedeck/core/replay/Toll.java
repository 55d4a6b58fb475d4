package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.ledger.Marks;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.CostBreakdown;
import io.tapedeck.core.metrics.ShortfallTally;
import io.tapedeck.core.order.Liquidity;
import io.tapedeck.core.order.OrderView;

/** What trading takes: the costs of fills, and the shortfall of orders; tells both as it goes. */
final class Toll {
  private final CostTally costs;
  private final ShortfallBook shortfall;
  private final Blotter blotter;
  private final Marks marks;
  private final RunListener listener;

  Toll(Universe universe, Blotter blotter, Marks marks, RunListener listener) {
    costs = new CostTally(universe);
    shortfall = new ShortfallBook(universe);
    this.blotter = blotter;
    this.marks = marks;
    this.listener = listener;
  }

  void onQuote(int instrument, long bidTicks, long askTicks) {
    costs.onQuote(instrument, bidTicks, askTicks);
  }

  /** An order was sent, or denied and so never measured. */
  void open(long orderId, boolean isSent) {
    shortfall.open(orderId, isSent);
  }

  /** The venue took an order in. */
  void arrive(long orderId) {
    listener.onArrivalPrice(orderId, doubledTicks(blotter.order(orderId).instrument()));
  }

  void fill(
      long orderId,
      Side side,
      long priceTicks,
      long lots,
      long slippageTicks,
      long fee,
      Liquidity liquidity) {
    OrderView order = blotter.order(orderId);
    int instrument = order.instrument();
    long quotedTicks = priceTicks - side.sign() * slippageTicks;
    long slippage = costs.addSlippage(instrument, side, priceTicks, lots, slippageTicks);
    long spread = costs.addSpread(instrument, side, quotedTicks, lots, liquidity);
    listener.onFillCosts(orderId, slippage, spread);
    shortfall.fill(orderId, order, priceTicks, lots, fee);
  }

  /** An order ended: what it missed is measured by the mid that stands, else by the mark. */
  void close(long orderId) {
    OrderView order = blotter.order(orderId);
    long price = doubledTicks(order.instrument());
    if (shortfall.close(orderId, order, price)) {
      listener.onFinalPrice(orderId, price);
    }
  }

  private long doubledTicks(int instrument) {
    long mid = costs.doubledMidTicks(instrument);
    return Missing.is(mid) ? marks.doubledTicks(instrument) : mid;
  }

  CostBreakdown costs(long fees, long financing) {
    return costs.breakdown(fees, financing);
  }

  /** The shortfall of all orders, those still open measured by the last marks. */
  ShortfallTally shortfall() {
    for (long id = blotter.oldestId(); id < blotter.nextId(); id++) {
      close(id);
    }
    return shortfall.tally();
  }
}
