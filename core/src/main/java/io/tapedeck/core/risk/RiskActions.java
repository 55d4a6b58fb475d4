package io.tapedeck.core.risk;

import io.tapedeck.core.order.RiskReason;
import io.tapedeck.core.order.TradingState;

/**
 * What guards ask of whoever composes a run. Orders that flatten are the guard's own: they are
 * market orders and do not pass the gate, so a halted account can still be closed. Several limits
 * may be reached at one mark: closing what is being closed already changes nothing.
 */
public interface RiskActions {
  /**
   * The account's trading state changes. A working order that is not reducing must not outlive the
   * change to REDUCING; the guard itself asks for {@link #cancelAll} where trading halts.
   */
  void changeState(TradingState state, RiskReason reason);

  /** Cancel every working order of the account. */
  void cancelAll(RiskReason reason);

  /** Close every position at the market. */
  void flattenAll(RiskReason reason);

  /** Cancel the working orders of one instrument and close its position at the market. */
  void flatten(int instrument, RiskReason reason);
}
