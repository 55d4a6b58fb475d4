package io.tapedeck.core.blotter;

import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.OrderView;

/**
 * Lots that working orders may still fill, by side and instrument: of the account, and of each
 * strategy. Never negative.
 */
public final class WorkingLots {
  private final int instruments;
  private final long[] accountBuys;
  private final long[] accountSells;
  private final long[] buys;
  private final long[] sells;

  WorkingLots(int instruments, int strategies) {
    this.instruments = instruments;
    accountBuys = new long[instruments];
    accountSells = new long[instruments];
    buys = new long[instruments * strategies];
    sells = new long[instruments * strategies];
  }

  /** Of all strategies. */
  public long of(Side side, int instrument) {
    return side == Side.BUY ? accountBuys[instrument] : accountSells[instrument];
  }

  /** Buys less sells of one strategy. */
  public long net(int strategy, int instrument) {
    int row = strategy * instruments + instrument;
    return buys[row] - sells[row];
  }

  void add(OrderView order, long lots) {
    if (order.isReduceOnly() || lots == 0) {
      return;
    }
    boolean isBuy = order.side() == Side.BUY;
    int instrument = order.instrument();
    long[] account = isBuy ? accountBuys : accountSells;
    account[instrument] = Math.addExact(account[instrument], lots);
    long[] own = isBuy ? buys : sells;
    own[order.strategy() * instruments + instrument] += lots;
  }
}
