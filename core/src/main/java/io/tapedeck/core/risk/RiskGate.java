package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.market.Side;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.TradingState;

/**
 * Stands between a decision and the venue, for one instrument. It knows what the trader knows, and
 * counts the worst case: every working order of the order's side fills.
 *
 * <p>An order's terms are checked first, then its size, its notional, the position, the position's
 * notional, the collar and the restricted list; the first reason that holds is given.
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
    long limit = type == OrderType.LIMIT ? Math.max(limitTicks, 0) : Missing.VALUE;
    return admits(side, lots, limit, Missing.VALUE, positionLots, workingLots, lastTicks);
  }

  /**
   * Whether an order of any type may be sent; if not, {@link #denial} says why.
   *
   * @param limitTicks {@link Missing#VALUE} for an order without a limit
   * @param triggerTicks {@link Missing#VALUE} for an order without a stop or touch price
   * @param positionLots known, signed
   * @param workingLots of working orders of the same side, not negative
   * @param lastTicks the last known price, {@link Missing#VALUE} where there is none
   */
  public boolean admits(
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      long positionLots,
      long workingLots,
      long lastTicks) {
    return admitsTerms(lots, limitTicks, triggerTicks)
        && admitsMeasure(
            side, lots, limitTicks, triggerTicks, positionLots, workingLots, lastTicks);
  }

  /** Why the last order that was not admitted was refused. */
  public DenialReason denial() {
    return denial;
  }

  /** What the venue would not understand. */
  boolean admitsTerms(long lots, long limitTicks, long triggerTicks) {
    if (lots <= 0) {
      return deny(DenialReason.SIZE_NOT_POSITIVE);
    }
    if (lots % sizeIncrementLots != 0) {
      return deny(DenialReason.SIZE_OFF_INCREMENT);
    }
    return admitsPrice(
            limitTicks, DenialReason.PRICE_NOT_POSITIVE, DenialReason.PRICE_OFF_INCREMENT)
        && admitsPrice(
            triggerTicks, DenialReason.TRIGGER_NOT_POSITIVE, DenialReason.TRIGGER_OFF_INCREMENT);
  }

  private boolean admitsPrice(long ticks, DenialReason notPositive, DenialReason offIncrement) {
    if (Missing.is(ticks)) {
      return true;
    }
    if (ticks <= 0) {
      return deny(notPositive);
    }
    return ticks % priceIncrementTicks == 0 || deny(offIncrement);
  }

  /** What exceeds a limit of the instrument. */
  boolean admitsMeasure(
      Side side,
      long lots,
      long limitTicks,
      long triggerTicks,
      long positionLots,
      long workingLots,
      long lastTicks) {
    long trigger = Missing.is(triggerTicks) ? lastTicks : triggerTicks;
    long highest = Math.max(Math.max(limitTicks, triggerTicks), lastTicks);
    return admitsOrder(lots, Missing.is(limitTicks) ? trigger : limitTicks)
        && admitsPosition(side.sign() * positionLots, workingLots, lots)
        && admitsPositionNotional(side.sign() * positionLots, workingLots, lots, highest)
        && admitsCollar(limitTicks, lastTicks)
        && admitsCollar(triggerTicks, lastTicks)
        && admitsDirection(side, lots, positionLots, workingLots);
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
    return isNotionalWithin(lots, priceTicks, limits.maxOrderNotional())
        || deny(DenialReason.ORDER_NOTIONAL_ABOVE_LIMIT);
  }

  private boolean isNotionalWithin(long lots, long priceTicks, long limit) {
    try {
      return Math.absExact(scale.notional(priceTicks, lots)) <= limit;
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

  private boolean admitsPositionNotional(
      long directedLots, long workingLots, long lots, long priceTicks) {
    if (limits.maxPositionNotional() == Long.MAX_VALUE) {
      return true;
    }
    long worstLots = Saturated.sum(directedLots, Saturated.sum(workingLots, lots));
    if (worstLots <= 0) {
      return true;
    }
    if (Missing.is(priceTicks)) {
      return deny(DenialReason.NOTIONAL_UNKNOWN);
    }
    return isNotionalWithin(worstLots, priceTicks, limits.maxPositionNotional())
        || deny(DenialReason.POSITION_NOTIONAL_ABOVE_LIMIT);
  }

  private boolean admitsCollar(long ticks, long lastTicks) {
    if (limits.collarE8() == Long.MAX_VALUE || Missing.is(ticks)) {
      return true;
    }
    if (Missing.is(lastTicks)) {
      return deny(DenialReason.PRICE_UNKNOWN);
    }
    return Share.isWithin(Math.abs(ticks - lastTicks), Math.abs(lastTicks), limits.collarE8())
        || deny(DenialReason.PRICE_OUTSIDE_COLLAR);
  }

  private boolean admitsDirection(Side side, long lots, long positionLots, long workingLots) {
    return limits.permitted() == TradingState.ACTIVE
        || Reduction.isReducing(side, lots, positionLots, workingLots)
        || deny(DenialReason.INSTRUMENT_RESTRICTED);
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
