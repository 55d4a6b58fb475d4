package io.tapedeck.core.metrics;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;

/**
 * Implementation shortfall of one order: what a paper portfolio that had traded all of it at the
 * decision's mid, at once and for nothing, would have made more than the order did. Money; a cost
 * is positive.
 *
 * <p>With {@code s} the side's sign, {@code Q} ordered and {@code q} filled size, {@code D}, {@code
 * A} and {@code F} the mids at decision, arrival and end, and {@code X} the sum of price times size
 * of the fills:
 *
 * <ul>
 *   <li>delay = {@code s (A - D) q}
 *   <li>execution = {@code s (X - A q)}
 *   <li>fee
 *   <li>opportunity = {@code s (F - D) (Q - q)}
 * </ul>
 *
 * <p>Their sum is {@code s (F - D) Q - (s (F q - X) - fee)}, paper less real. Every product becomes
 * money with one rounding, half to even, so each part is exact to one unit and their sum is exact
 * to two.
 *
 * <p>Source: A. F. Perold, "The Implementation Shortfall: Paper versus Reality", Journal of
 * Portfolio Management 14(3), 4-9 (1988); delay apart from execution after W. H. Wagner, M.
 * Edwards, "Best Execution", Financial Analysts Journal 49(1), 65-71 (1993).
 *
 * @param orderId as the run numbers it
 * @param strategy index of the strategy in the run
 * @param instrument index in the run's universe
 * @param side BUY or SELL
 * @param paperNotional what was asked for at the decision's mid: {@code D Q}
 * @param delay cost of the way to the venue, of what was filled
 * @param execution cost against the mid at arrival, of what was filled
 * @param fee fees of its fills
 * @param opportunity cost of what was not filled
 */
public record OrderShortfall(
    long orderId,
    int strategy,
    int instrument,
    Side side,
    long paperNotional,
    long delay,
    long execution,
    long fee,
    long opportunity)
    implements Attributed {
  static final double BPS = 10_000;

  public OrderShortfall {
    Require.that(strategy >= 0, "strategy must not be negative, was %d", strategy);
    Require.that(instrument >= 0, "instrument must not be negative, was %d", instrument);
    Require.that(side != null, "side must be given");
  }

  /**
   * The shortfall of an order.
   *
   * @param scale of the order's instrument
   * @throws ArithmeticException if money leaves 64 bits
   */
  public static OrderShortfall of(WorkedOrder order, MoneyScale scale) {
    long filled = order.filledLots();
    long unfilled = order.orderedLots() - filled;
    long decided = scale.valueAtDoubled(order.decisionDoubledTicks(), filled);
    long arrived = scale.valueAtDoubled(order.arrivalDoubledTicks(), filled);
    long paid = scale.notional(order.filledTickLots(), 1);
    long missedAt = scale.valueAtDoubled(order.decisionDoubledTicks(), unfilled);
    long missed = scale.valueAtDoubled(order.finalDoubledTicks(), unfilled);
    int sign = order.side().sign();
    return new OrderShortfall(
        order.orderId(),
        order.strategy(),
        order.instrument(),
        order.side(),
        scale.valueAtDoubled(order.decisionDoubledTicks(), order.orderedLots()),
        sign * Math.subtractExact(arrived, decided),
        sign * Math.subtractExact(paid, arrived),
        order.fee(),
        sign * Math.subtractExact(missed, missedAt));
  }

  /**
   * All parts together: the implementation shortfall, in money.
   *
   * @throws ArithmeticException if money leaves 64 bits
   */
  public long total() {
    return Math.addExact(Math.addExact(delay, execution), Math.addExact(fee, opportunity));
  }

  /** {@code 10 000 × total / paper notional}; NaN where that is not above zero. */
  public double totalBps() {
    return Quotient.of(BPS * (double) total(), (double) paperNotional);
  }
}
