package io.tapedeck.core.risk;

import io.tapedeck.core.market.Currency;
import io.tapedeck.core.order.RiskEvent;
import io.tapedeck.core.order.RiskListener;
import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.order.TradingState;

/**
 * Watches the account at each mark: its loss since the session's start, its fall from the highest
 * equity, and its maintenance margin.
 *
 * <p>A limit acts once when its loss is reached ({@code loss ≥ limit}, a share rounded up). The
 * trading state is the stricter of what the daily loss and the drawdown ask for; the daily loss is
 * forgotten at the next session's open, the drawdown never. A margin call ({@code equity <
 * maintenance}) liquidates once, and again only after maintenance was covered, or not needed, in
 * between. Every act is reported before it is asked for.
 */
public final class AccountGuard {
  private final LossLimit daily;
  private final LossLimit drawdown;
  private final MoneyThreshold dailyThreshold;
  private final MoneyThreshold drawdownThreshold;
  private final RiskActions actions;
  private final RiskListener listener;
  private TradingState dailyState = TradingState.ACTIVE;
  private TradingState drawdownState = TradingState.ACTIVE;
  private TradingState state = TradingState.ACTIVE;
  private boolean isCalled;

  public AccountGuard(
      AccountGuardSpec spec, Currency currency, RiskActions actions, RiskListener listener) {
    daily = spec.dailyLoss();
    drawdown = spec.drawdown();
    dailyThreshold = MoneyThreshold.of(daily.threshold(), currency);
    drawdownThreshold = MoneyThreshold.of(drawdown.threshold(), currency);
    this.actions = actions;
    this.listener = listener;
  }

  public TradingState state() {
    return state;
  }

  /**
   * The account was marked. All amounts are money.
   *
   * @param sessionStartEquity equity when the session began
   * @param peakEquity highest equity so far, this mark included
   * @param maintenance requirement of the positions held; zero where there is none
   */
  public void onMark(
      long nanos, long equity, long sessionStartEquity, long peakEquity, long maintenance) {
    if (dailyState == TradingState.ACTIVE && dailyThreshold.isSet()) {
      long loss = Math.subtractExact(sessionStartEquity, equity);
      long limit = dailyThreshold.of(sessionStartEquity);
      if (loss >= limit) {
        dailyState = daily.state();
        stop(nanos, daily, RiskReason.DAILY_LOSS_REACHED, loss, limit);
      }
    }
    if (drawdownState == TradingState.ACTIVE && drawdownThreshold.isSet()) {
      long loss = Math.subtractExact(peakEquity, equity);
      long limit = drawdownThreshold.of(peakEquity);
      if (loss >= limit) {
        drawdownState = drawdown.state();
        stop(nanos, drawdown, RiskReason.DRAWDOWN_REACHED, loss, limit);
      }
    }
    checkMaintenance(nanos, equity, maintenance);
  }

  /** A session begins: the last one's loss no longer counts. */
  public void onSessionOpen(long nanos) {
    if (dailyState != TradingState.ACTIVE) {
      dailyState = TradingState.ACTIVE;
      settle(nanos, RiskReason.SESSION_OPENED, 0, 0);
    }
  }

  private void stop(long nanos, LossLimit limit, RiskReason reason, long loss, long allowed) {
    report(nanos, RiskEvent.LIMIT_REACHED, reason, loss, allowed);
    settle(nanos, reason, loss, allowed);
    boolean flattens = limit.positions() == LossLimit.Positions.FLATTENED;
    if (flattens || limit.state() == TradingState.HALTED) {
      actions.cancelAll(reason);
    }
    if (flattens) {
      report(nanos, RiskEvent.FLATTENED, reason, loss, allowed);
      actions.flattenAll(reason);
    }
  }

  private void settle(long nanos, RiskReason reason, long measured, long limit) {
    TradingState next = dailyState.stricter(drawdownState);
    if (next != state) {
      state = next;
      report(nanos, RiskEvent.becoming(next), reason, measured, limit);
      actions.changeState(next, reason);
    }
  }

  private void checkMaintenance(long nanos, long equity, long maintenance) {
    if (equity >= maintenance || maintenance == 0) {
      isCalled = false;
    } else if (!isCalled) {
      isCalled = true;
      RiskReason reason = RiskReason.MAINTENANCE_UNDERCUT;
      report(nanos, RiskEvent.LIQUIDATED, reason, equity, maintenance);
      actions.cancelAll(reason);
      actions.flattenAll(reason);
    }
  }

  private void report(long nanos, RiskEvent event, RiskReason reason, long measured, long limit) {
    listener.onRiskEvent(nanos, event, RiskListener.ACCOUNT, reason, measured, limit);
  }
}
