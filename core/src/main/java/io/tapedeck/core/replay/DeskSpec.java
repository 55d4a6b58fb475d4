package io.tapedeck.core.replay;

import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.contract.Require;
import io.tapedeck.core.risk.AccountGuardSpec;
import io.tapedeck.core.risk.PositionGuardSpec;
import io.tapedeck.core.risk.RiskSpec;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The account a run trades, and how far it may go.
 *
 * @param startCash cash at the start, in units of the currency; positive
 * @param account what the account may hold, and how cost is counted
 * @param risk limits of orders and exposure
 * @param accountGuard losses at which trading stops
 * @param positionGuard when a position is closed unasked
 * @param sizing how signals become sizes
 */
public record DeskSpec(
    BigDecimal startCash,
    AccountSpec account,
    RiskSpec risk,
    AccountGuardSpec accountGuard,
    PositionGuardSpec positionGuard,
    SizingPlan sizing)
    implements Serializable {
  public DeskSpec {
    Require.that(
        startCash != null && startCash.signum() > 0,
        "startCash must be positive, was %s",
        startCash);
    Require.that(
        account != null
            && risk != null
            && accountGuard != null
            && positionGuard != null
            && sizing != null,
        "account, risk, guards and sizing must be given");
  }

  /** An account without limits of any kind. */
  public static DeskSpec unlimited(BigDecimal startCash) {
    return new DeskSpec(
        startCash,
        AccountSpec.UNCONSTRAINED,
        RiskSpec.NONE,
        AccountGuardSpec.NONE,
        PositionGuardSpec.NONE,
        SizingPlan.NONE);
  }

  public DeskSpec withAccount(AccountSpec newAccount) {
    return new DeskSpec(startCash, newAccount, risk, accountGuard, positionGuard, sizing);
  }

  public DeskSpec withRisk(RiskSpec newRisk) {
    return new DeskSpec(startCash, account, newRisk, accountGuard, positionGuard, sizing);
  }

  public DeskSpec withAccountGuard(AccountGuardSpec newGuard) {
    return new DeskSpec(startCash, account, risk, newGuard, positionGuard, sizing);
  }

  public DeskSpec withPositionGuard(PositionGuardSpec newGuard) {
    return new DeskSpec(startCash, account, risk, accountGuard, newGuard, sizing);
  }

  public DeskSpec withSizing(SizingPlan newSizing) {
    return new DeskSpec(startCash, account, risk, accountGuard, positionGuard, newSizing);
  }
}
