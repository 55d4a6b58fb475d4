package io.tapedeck.core.execution;

import io.tapedeck.core.market.Side;
import java.util.Arrays;

/**
 * How much is ahead of each resting limit order in the queue at its price.
 *
 * <p>When an order comes to rest at the touch of its own side, the displayed size is ahead of it;
 * at a better price, nothing; behind the touch that is unknown until the touch comes to its price.
 * A print at the price by an aggressor of the other side takes from what is ahead, and what it has
 * more fills the order. A new displayed size at the price changes it as {@link QueueModelSpec}
 * says:
 *
 * <ul>
 *   <li>{@code change = old − new − traded since the last new size}
 *   <li>{@code change ≤ 0}, or RISK_ADVERSE: {@code ahead = min(ahead, new)}
 *   <li>else, with {@code behind = old − ahead}: {@code ahead = min(ahead − (1−p)·change +
 *       min(behind − p·change, 0), new)}, and not below zero
 * </ul>
 *
 * <p>When the touch falls back behind the price, the level is gone and nothing is ahead. A quote
 * without the side says nothing, and neither does a print through the price.
 */
final class QueueEstimate {
  private static final double UNKNOWN = Double.NaN;

  private final QueueModelSpec model;
  private final boolean isOn;
  private final WorkingOrders orders;
  private double[] aheadLots = new double[0];
  private long[] shownLots = new long[0];
  private long[] tradedLots = new long[0];

  QueueEstimate(QueueModelSpec model, WorkingOrders orders) {
    this.model = model;
    isOn = !model.isNone();
    this.orders = orders;
  }

  boolean isOn() {
    return isOn;
  }

  /** Lots ahead of an order; NaN where that is unknown. */
  double aheadLots(int row) {
    return aheadLots[row];
  }

  /** An order had its first evaluation; a limit order rests from now on. */
  void join(Book book, int row) {
    if (!isOn || orders.isMarket(row)) {
      return;
    }
    if (row >= aheadLots.length) {
      aheadLots = Arrays.copyOf(aheadLots, orders.capacity());
      shownLots = Arrays.copyOf(shownLots, orders.capacity());
      tradedLots = Arrays.copyOf(tradedLots, orders.capacity());
    }
    set(row, UNKNOWN, 0);
    look(row, book.met(orders.side(row).opposite()));
  }

  /** A new quote: orders of this side see what is displayed at their prices. */
  void look(Book book, Side side) {
    Touch touch = book.met(side.opposite());
    if (!touch.isNew()) {
      return;
    }
    OrderQueue queue = book.queue(side);
    for (int place = 0; place < queue.size(); place++) {
      int row = queue.row(place);
      boolean isResting = !orders.isMarket(row) && !orders.isFresh(row);
      if (isResting && !look(row, touch)) {
        return; // orders behind are behind the touch as well
      }
    }
  }

  /** Returns false where the order, if there is a touch of its own side, is behind it. */
  private boolean look(int row, Touch touch) {
    long limit = orders.limitTicks(row);
    if (!touch.isPresent()) {
      return false;
    }
    boolean isBetter = orders.side(row).sign() * (limit - touch.ticks()) > 0;
    if (isBetter) {
      set(row, 0, 0); // nothing is ahead of it any more
    } else if (limit == touch.ticks() && !touch.isUnlimited()) {
      show(row, touch.lots());
    }
    return isBetter || limit == touch.ticks();
  }

  private void show(int row, long newLots) {
    double ahead = aheadLots[row];
    if (Double.isNaN(ahead)) {
      set(row, (double) newLots, newLots);
      return;
    }
    double change = (double) shownLots[row] - newLots - tradedLots[row];
    if (change > 0 && model.kind() != QueueModelSpec.Kind.RISK_ADVERSE) {
      double behind = shownLots[row] - ahead;
      double share = model.shareBehind(ahead, behind);
      ahead = ahead - (1 - share) * change + Math.min(behind - share * change, 0);
    }
    set(row, Math.max(Math.min(ahead, (double) newLots), 0), newLots);
  }

  /**
   * A print at the order's price by an aggressor of the other side.
   *
   * @param printLots {@link Book#UNLIMITED} where it shows none: then it tells nothing
   * @return whole lots of the print that came after what was ahead
   */
  long trade(int row, long printLots) {
    if (printLots == Book.UNLIMITED) {
      return 0;
    }
    double excess = printLots - aheadLots[row];
    aheadLots[row] = Math.max(-excess, 0);
    tradedLots[row] += printLots;
    return excess > 0 ? (long) excess : 0;
  }

  private void set(int row, double ahead, long shown) {
    aheadLots[row] = ahead;
    shownLots[row] = shown;
    tradedLots[row] = 0;
  }
}
