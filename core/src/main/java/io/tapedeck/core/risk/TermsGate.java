package io.tapedeck.core.risk;

import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.TimeInForce;

/** Refuses orders whose terms exclude each other, or could never come true. */
public final class TermsGate {
  private DenialReason denial = DenialReason.TERMS_CONTRADICTORY;

  /** Whether the terms make sense together at this instant; if not, {@link #denial} says why. */
  public boolean admits(OrderView order, long nowNanos) {
    TimeInForce lasting = order.timeInForce();
    boolean isArmed = order.type().isTriggered();
    boolean isOnce = lasting.isImmediate() || lasting.isAuction();
    if (isArmed && isOnce) {
      return deny(DenialReason.TERMS_CONTRADICTORY);
    }
    if (order.isPostOnly() && (isOnce || !order.type().hasLimit())) {
      return deny(DenialReason.TERMS_CONTRADICTORY);
    }
    if (order.type() == OrderType.TRAILING_STOP && !trails(order)) {
      return deny(DenialReason.TRAIL_NOT_POSITIVE);
    }
    return lasting != TimeInForce.GTD
        || order.expireNanos() > nowNanos
        || deny(DenialReason.EXPIRY_PAST);
  }

  /** Why the last order that was not admitted was refused. */
  public DenialReason denial() {
    return denial;
  }

  /** By ticks or by a share, and by one of them. */
  private static boolean trails(OrderView order) {
    boolean isByTicks = order.trailTicks() > 0 && order.trailBpsE4() == 0;
    boolean isByShare = order.trailBpsE4() > 0 && order.trailTicks() == 0;
    return isByTicks || isByShare;
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
