package io.tapedeck.core.replay;

import io.tapedeck.core.blotter.Blotter;
import io.tapedeck.core.market.Missing;
import io.tapedeck.core.market.Session;
import io.tapedeck.core.order.DenialReason;
import io.tapedeck.core.order.OrderType;
import io.tapedeck.core.order.OrderView;
import io.tapedeck.core.order.TradingState;
import io.tapedeck.core.risk.AccountGate;
import io.tapedeck.core.risk.TermsGate;

/** All an order passes before it is sent: its own terms, the warm-up, and the account's gate. */
final class OrderGate {
  private final TermsGate terms = new TermsGate();
  private final AccountGate account;
  private final KnownBooks known;
  private final Blotter blotter;
  private int warmUpSessions;
  private DenialReason denial = DenialReason.TERMS_CONTRADICTORY;

  OrderGate(AccountGate account, KnownBooks known, Blotter blotter, int warmUpSessions) {
    this.account = account;
    this.known = known;
    this.blotter = blotter;
    // the session after the last of them opens the gate
    this.warmUpSessions = warmUpSessions == 0 ? 0 : warmUpSessions + 1;
  }

  AccountGate account() {
    return account;
  }

  void openSession(Session session) {
    warmUpSessions--;
    account.onSession(session.openNanos(), session.closeNanos());
  }

  /** Whether an order may be sent now; if not, {@link #denial} says why. */
  boolean admits(OrderView order, long nowNanos) {
    if (warmUpSessions > 0) {
      return deny(DenialReason.WARM_UP_SESSION);
    }
    if (!terms.admits(order, nowNanos)) {
      return deny(terms.denial());
    }
    long limitTicks = order.type().hasLimit() ? order.limitTicks() : Missing.VALUE;
    long triggerTicks = hasTriggerPrice(order) ? order.triggerTicks() : Missing.VALUE;
    return passes(order, nowNanos, order.lots(), limitTicks, triggerTicks)
        || deny(account.denial());
  }

  /**
   * Whether a working order may become this. What only makes it smaller always passes, unless
   * trading is halted; else what is open of it is seen as a new order instead of this one.
   */
  boolean admitsAmend(long orderId, long nowNanos, long lots, long limitTicks, long triggerTicks) {
    OrderView order = blotter.order(orderId);
    if (blotter.isAmending(orderId)) {
      return deny(DenialReason.AMEND_PENDING);
    }
    if (order.type().hasLimit() == (limitTicks == 0)
        || hasTriggerPrice(order) == (triggerTicks == 0)) {
      return deny(DenialReason.TERMS_CONTRADICTORY);
    }
    if (account.state() == TradingState.HALTED) {
      return deny(DenialReason.TRADING_HALTED);
    }
    long limit = order.type().hasLimit() ? limitTicks : Missing.VALUE;
    long trigger = hasTriggerPrice(order) ? triggerTicks : Missing.VALUE;
    if (!account.admitsTerms(order.instrument(), lots, limit, trigger)) {
      return deny(account.denial());
    }
    long leaves = lots - blotter.reportedLots(orderId);
    boolean isOnlySmaller =
        leaves <= blotter.knownLeavesLots(orderId)
            && limitTicks == order.limitTicks()
            && triggerTicks == order.triggerTicks();
    if (leaves <= 0 || isOnlySmaller) {
      return true;
    }
    known.without(orderId);
    boolean isAdmitted = passes(order, nowNanos, leaves, limit, trigger);
    known.without(OrderView.NO_ORDER);
    return isAdmitted || deny(account.denial());
  }

  private boolean passes(
      OrderView order, long nowNanos, long lots, long limitTicks, long triggerTicks) {
    int instrument = order.instrument();
    return order.isReduceOnly()
        ? account.admitsReducing(nowNanos, instrument, lots, limitTicks, triggerTicks, known)
        : account.admits(nowNanos, instrument, order.side(), lots, limitTicks, triggerTicks, known);
  }

  private static boolean hasTriggerPrice(OrderView order) {
    return order.type().isTriggered() && order.type() != OrderType.TRAILING_STOP;
  }

  DenialReason denial() {
    return denial;
  }

  private boolean deny(DenialReason reason) {
    denial = reason;
    return false;
  }
}
