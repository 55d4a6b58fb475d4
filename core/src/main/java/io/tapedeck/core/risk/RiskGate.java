package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderType;

/**
 * Stands between a decision and the venue, for one instrument. It knows what the trader knows, and
 * counts the worst case: every working order of the order's side fills.
 *
 * <p>Reasons are tried in the order of {@link DenialReason}; the first that holds is given.
 */
public final class RiskGate {
  private final RiskLimits limits;
  private final MoneyScale scale;
  private final long priceIncrementTicks;
  private final long sizeIncrementLots;
  private DenialReason denial = DenialReason.SIZE_NOT_POSITIVE;

  public RiskGate(Instrument instrument, RiskLimits limits) {
    this.limits = limits;
    scale = instrument.moneyScale();
    priceIncrementTicks = instrument.priceIncrementTicks();
    sizeIncrementLots = instrument.sizeIncrementLots();
  }

  /** Whether the gate measures orders by their notional, and so needs a price. */
  public boolean limitsNotional() {
    return limits.maxOrderNotional() < Long.MAX_VALUE;
  }

  /**
   * Whether an order may be sent; if not, {@link #denial} says why.
   *
   * @param limitTicks of a limit order
   * @param positionLots known, signed
   * @param workingLots of working orders of the same side, not negative
   * @param lastTicks the last known price, {@link Missing#VALUE} where there is none
   */
  public boolean admits(
      OrderType type,
      Side side,
      long lots,
      long limitTicks,
      long positionLots,
      long workingLots,
      long lastTicks) {
    return admitsTerms(type, lots, limitTicks)
        && admitsOrder(lots, type == OrderType.LIMIT ? limitTicks : lastTicks)
        && admitsPosition(side.sign() * positionLots, workingLots, lots);
  }

  /** Why the last order that was not admitted was refused. */
  public DenialReason denial() {
    return denial;
  }

  private boolean admitsTerms(OrderType type, long lots, long limitTicks) {
    if (lots <= 0) {
      return deny(DenialReason.SIZE_NOT_POSITIVE);
    }
    if (lots % sizeIncrementLots != 0) {
      return deny(DenialReason.SIZE_OFF_INCREMENT);
    }
    if (type == OrderType.LIMIT && limitTicks <= 0) {
      return deny(DenialReason.PRICE_NOT_POSITIVE);
    }
    if (type == OrderType.LIMIT && limitTicks % priceIncrementTicks != 0) {
      return deny(DenialReason.PRICE_OFF_INCREMENT);
    }
    return true;
  }

  private boolean admitsOrder(long lots, long priceTicks) {
    if (lots > limits.maxOrderLots()) {
      return deny(DenialReason.ORDER_SIZE_ABOVE_LIMIT);
    }
    if (!limitsNotional()) {
      return true;
    }
    if (Missing.is(priceTicks)) {
      return deny(DenialReason.NOTIONAL_UNKNOWN);
    }
    return isNotionalWithin(lots, priceTicks) || deny(DenialReason.ORDER_NOTIONAL_ABOVE_LIMIT);
  }

  private boolean isNotionalWithin(long lots, long priceTicks) {
    try {
      return Math.absExact(scale.notional(priceTicks, lots)) <= limits.maxOrderNotional();
    } catch (ArithmeticException tooLargeToCount) {
      return false;
    }
  }

  /** The position counts in the direction of the order: a long one is positive to a buy. */
  private boolean admitsPosition(long directedLots, long workingLots, long lots) {
    long room = limits.maxPositionLots() - workingLots;
    boolean fits = directedLots <= 0 ? lots + directedLots <= room : lots <= room - directedLots;
    return fits || deny(DenialReason.POSITION_ABOVE_LIMIT);
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
