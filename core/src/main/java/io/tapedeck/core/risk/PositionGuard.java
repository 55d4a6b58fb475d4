package io.tapedeck.core.risk;

import io.tapedeck.core.market.Instrument;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.MoneyScale;
import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;

/**
 * Watches one instrument's known position on known prices, and asks once to close it: at a loss, at
 * what it gave back, at a profit, after a time, tried in this order. Armed again when the position
 * is flat or has turned.
 *
 * <p>Profit is {@code value(price) - basis}; what was given back is {@code |position| × (best -
 * price)}, where the best price is the most favourable one known since the position was opened, the
 * one known at that moment included. A threshold acts when it is reached; a share is rounded up.
 * Allocates nothing after construction.
 */
public final class PositionGuard {
  private final int instrument;
  private final MoneyScale scale;
  private final MoneyThreshold stopLoss;
  private final MoneyThreshold takeProfit;
  private final MoneyThreshold trailing;
  private final long maxHeldNanos;
  private final int maxHeldSessions;
  private final RiskActions actions;
  private final RiskListener listener;
  private long lots;
  private long basis;
  private long openedNanos;
  private int sessionsHeld;
  private long lastDoubledTicks = Missing.VALUE;
  private long bestDoubledTicks = Missing.VALUE;
  private boolean isArmed;

  /**
   * The guard of a flat position.
   *
   * @param instrument index in the run's universe, for actions and reports
   */
  public PositionGuard(
      int instrument,
      Instrument terms,
      PositionGuardSpec spec,
      RiskActions actions,
      RiskListener listener) {
    this.instrument = instrument;
    scale = terms.moneyScale();
    stopLoss = MoneyThreshold.of(spec.stopLoss(), terms.currency());
    takeProfit = MoneyThreshold.of(spec.takeProfit(), terms.currency());
    trailing = MoneyThreshold.of(spec.trailing(), terms.currency());
    maxHeldNanos = spec.maxHeldNanos();
    maxHeldSessions = spec.maxHeldSessions();
    this.actions = actions;
    this.listener = listener;
  }

  /**
   * A report changed the position.
   *
   * @param signedLots held now
   * @param signedBasis what they cost, in money: positive of a long position, see {@link
   *     KnownBasis}
   */
  public void onPosition(long nanos, long signedLots, long signedBasis) {
    if (signedLots == 0) {
      isArmed = false;
    } else if (Long.signum(signedLots) != Long.signum(lots)) {
      isArmed = true;
      openedNanos = nanos;
      sessionsHeld = 0;
      bestDoubledTicks = lastDoubledTicks;
    }
    lots = signedLots;
    basis = signedBasis;
  }

  /** A session of the instrument begins. */
  public void onSessionOpen() {
    sessionsHeld++;
  }

  /** A price was delivered: doubled, in ticks. */
  public void onPrice(long nanos, long doubledTicks) {
    lastDoubledTicks = doubledTicks;
    if (!isArmed) {
      return;
    }
    if (Missing.is(bestDoubledTicks)) {
      bestDoubledTicks = doubledTicks;
    } else {
      bestDoubledTicks =
          lots > 0
              ? Math.max(bestDoubledTicks, doubledTicks)
              : Math.min(bestDoubledTicks, doubledTicks);
    }
    checkPrice(nanos, doubledTicks);
    onTime(nanos);
  }

  /** Time has come to this: the end of a holding time needs no price. */
  public void onTime(long nanos) {
    if (isArmed && nanos - openedNanos >= maxHeldNanos) {
      close(nanos, RiskReason.TIME_STOP_REACHED, nanos - openedNanos, maxHeldNanos);
    } else if (isArmed && sessionsHeld >= maxHeldSessions) {
      close(nanos, RiskReason.SESSION_STOP_REACHED, sessionsHeld, maxHeldSessions);
    }
  }

  private void checkPrice(long nanos, long doubledTicks) {
    if (stopLoss.isSet() || takeProfit.isSet()) {
      long profit = Math.subtractExact(scale.valueAtDoubled(doubledTicks, lots), basis);
      long cost = Math.absExact(basis);
      check(nanos, RiskReason.STOP_LOSS_REACHED, -profit, stopLoss, cost);
      checkTrail(nanos, doubledTicks);
      check(nanos, RiskReason.TAKE_PROFIT_REACHED, profit, takeProfit, cost);
    } else {
      checkTrail(nanos, doubledTicks);
    }
  }

  private void checkTrail(long nanos, long doubledTicks) {
    if (trailing.isSet()) {
      long givenBack = scale.valueAtDoubled(bestDoubledTicks - doubledTicks, lots);
      long worth = Math.absExact(scale.valueAtDoubled(bestDoubledTicks, lots));
      check(nanos, RiskReason.TRAILING_STOP_REACHED, givenBack, trailing, worth);
    }
  }

  private void check(
      long nanos, RiskReason reason, long measured, MoneyThreshold threshold, long reference) {
    if (isArmed && threshold.isSet()) {
      long limit = threshold.of(reference);
      if (measured >= limit) {
        close(nanos, reason, measured, limit);
      }
    }
  }

  private void close(long nanos, RiskReason reason, long measured, long limit) {
    isArmed = false;
    listener.onRiskEvent(nanos, RiskEvent.CLOSED, instrument, reason, measured, limit);
    actions.flatten(instrument, reason);
  }
}
