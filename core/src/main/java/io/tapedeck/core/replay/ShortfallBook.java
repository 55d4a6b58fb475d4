package io.tapedeck.core.replay;

import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.market.Universe;
import io.tapedeck.core.metrics.ShortfallTally;
import io.tapedeck.core.order.OrderView;
import java.util.Arrays;

/**
 * What orders cost against the price at which they were decided, each order once, when it ends or
 * when the run does; see {@link io.tapedeck.core.metrics.OrderShortfall} for the formula. Orders
 * decided at no known price are left out. Rows are a ring over the ids that are open.
 */
final class ShortfallBook {
  private static final int INITIAL_CAPACITY = 16;

  private final MoneyScale[] scales;
  private long oldestId = 1;
  private long nextId = 1;
  private int mask = INITIAL_CAPACITY - 1;
  private long[] tickLots = new long[INITIAL_CAPACITY];
  private long[] filledLots = new long[INITIAL_CAPACITY];
  private boolean[] isDone = new boolean[INITIAL_CAPACITY];
  private long orders;
  private long paperNotional;
  private long execution;
  private long fees;
  private long opportunity;

  ShortfallBook(Universe universe) {
    scales = new MoneyScale[universe.size()];
    Arrays.setAll(scales, i -> universe.instrument(i).moneyScale());
  }

  /** An order was sent or denied; ids come in order. */
  void open(long orderId, boolean isSent) {
    if (orderId - oldestId > mask) {
      grow();
    }
    int row = (int) (orderId & mask);
    tickLots[row] = 0;
    filledLots[row] = 0;
    isDone[row] = !isSent;
    nextId = orderId + 1;
    retire();
  }

  void fill(long orderId, OrderView order, long priceTicks, long lots, long fee) {
    int row = (int) (orderId & mask);
    tickLots[row] = Math.addExact(tickLots[row], Math.multiplyExact(priceTicks, lots));
    filledLots[row] += lots;
    if (!Missing.is(order.doubledDecisionTicks())) {
      fees = Math.addExact(fees, fee);
    }
  }

  /**
   * An order ended; returns false, and changes nothing, if it has ended before.
   *
   * @param doubledTicks twice the price then, by which what it missed is measured; {@link
   *     Missing#VALUE} if it is not known
   */
  boolean close(long orderId, OrderView order, long doubledTicks) {
    int row = (int) (orderId & mask);
    if (orderId < oldestId || isDone[row]) { // the row of an older one is another order's
      return false;
    }
    isDone[row] = true;
    add(order, filledLots[row], tickLots[row], doubledTicks);
    retire();
    return true;
  }

  private void add(OrderView order, long filled, long paidTickLots, long doubledTicks) {
    long decision = order.doubledDecisionTicks();
    if (Missing.is(decision)) {
      return;
    }
    MoneyScale scale = scales[order.instrument()];
    int sign = order.side() == Side.BUY ? 1 : -1;
    long unfilled = order.lots() - filled;
    long decided = scale.valueAtDoubled(decision, filled);
    long paid = scale.notional(paidTickLots, 1);
    orders++;
    paperNotional = Math.addExact(paperNotional, scale.valueAtDoubled(decision, order.lots()));
    execution = Math.addExact(execution, sign * Math.subtractExact(paid, decided));
    if (unfilled > 0 && !Missing.is(doubledTicks)) {
      long missedAt = scale.valueAtDoubled(decision, unfilled);
      long missed = scale.valueAtDoubled(doubledTicks, unfilled);
      opportunity = Math.addExact(opportunity, sign * Math.subtractExact(missed, missedAt));
    }
  }

  /** The orders that have ended; delay is in the execution, for lack of a price at arrival. */
  ShortfallTally tally() {
    return new ShortfallTally(orders, paperNotional, 0, execution, fees, opportunity);
  }

  private void retire() {
    while (oldestId < nextId && isDone[(int) (oldestId & mask)]) {
      oldestId++;
    }
  }

  private void grow() {
    int wideMask = mask * 2 + 1;
    long[] wideTickLots = new long[wideMask + 1];
    long[] wideFilled = new long[wideMask + 1];
    boolean[] wideDone = new boolean[wideMask + 1];
    for (long id = oldestId; id < nextId; id++) {
      wideTickLots[(int) (id & wideMask)] = tickLots[(int) (id & mask)];
      wideFilled[(int) (id & wideMask)] = filledLots[(int) (id & mask)];
      wideDone[(int) (id & wideMask)] = isDone[(int) (id & mask)];
    }
    tickLots = wideTickLots;
    filledLots = wideFilled;
    isDone = wideDone;
    mask = wideMask;
  }
}
