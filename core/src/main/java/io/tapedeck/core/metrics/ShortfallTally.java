package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import java.util.List;

/**
 * Implementation shortfall of many orders, summed; money, a cost is positive. {@link
 * OrderShortfall} defines the parts. Sums are exact, so the order of the orders does not matter.
 *
 * @param orders number of orders sent; not negative
 * @param paperNotional what was asked for, at the mids of the decisions
 * @param delay cost of the way to the venue
 * @param execution cost against the mid at arrival
 * @param fees fees of their fills
 * @param opportunity cost of what was not filled
 */
public record ShortfallTally(
    long orders, long paperNotional, long delay, long execution, long fees, long opportunity) {
  /** No order was sent. */
  public static final ShortfallTally NONE = new ShortfallTally(0, 0, 0, 0, 0, 0);

  public ShortfallTally {
    Require.that(orders >= 0, "orders must not be negative, were %d", orders);
  }

  /** The tally of these orders. */
  static ShortfallTally of(List<OrderShortfall> orders) {
    ShortfallTally tally = NONE;
    for (OrderShortfall order : orders) {
      tally = tally.with(order);
    }
    return tally;
  }

  /**
   * This tally and one more order.
   *
   * @throws ArithmeticException if money leaves 64 bits
   */
  public ShortfallTally with(OrderShortfall order) {
    return new ShortfallTally(
        orders + 1,
        Math.addExact(paperNotional, order.paperNotional()),
        Math.addExact(delay, order.delay()),
        Math.addExact(execution, order.execution()),
        Math.addExact(fees, order.fee()),
        Math.addExact(opportunity, order.opportunity()));
  }

  /**
   * All parts together, in money.
   *
   * @throws ArithmeticException if money leaves 64 bits
   */
  public long total() {
    return Math.addExact(Math.addExact(delay, execution), Math.addExact(fees, opportunity));
  }

  /** {@code 10 000 × total / paper notional}; NaN where that is not above zero. */
  public double totalBps() {
    return Quotient.of(OrderShortfall.BPS * (double) total(), (double) paperNotional);
  }
}
