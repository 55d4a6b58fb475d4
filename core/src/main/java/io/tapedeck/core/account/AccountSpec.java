package io.tapedeck.core.account;

import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;
import java.math.BigDecimal;

/**
 * The account of a run: what it may hold, how cost is counted, and what a margin call does. It is
 * kept in one currency.
 *
 * @param kind what it may hold against its equity
 * @param costMethod which cost the closed part of a position takes
 * @param liquidation what follows when equity falls below the maintenance requirement
 */
@Model("What the account may hold and how cost is counted.")
public record AccountSpec(
    AccountKind kind,
    @Setting("which cost the closed part of a position takes") CostMethod costMethod,
    @Setting("what follows a margin call") LiquidationRule liquidation)
    implements Serializable {
  /** No margin model, average cost. */
  public static final AccountSpec UNCONSTRAINED = average(new AccountKind.Unconstrained());

  /** No short positions, no negative cash; average cost. */
  public static final AccountSpec CASH = average(new AccountKind.Cash());

  /**
   * An account on margin, at average cost.
   *
   * @param initialFraction see {@link AccountKind.Margin}
   * @param maintenanceFraction see {@link AccountKind.Margin}
   */
  public static AccountSpec margin(BigDecimal initialFraction, BigDecimal maintenanceFraction) {
    return average(new AccountKind.Margin(initialFraction, maintenanceFraction));
  }

  private static AccountSpec average(AccountKind kind) {
    return new AccountSpec(kind, CostMethod.AVERAGE, LiquidationRule.ALL);
  }

  /** The same account with another cost method. */
  public AccountSpec withCostMethod(CostMethod method) {
    return new AccountSpec(kind, method, liquidation);
  }

  /** Equity required to open positions: their whole value in a cash account. */
  public MarginFraction initialMargin() {
    if (kind instanceof AccountKind.Margin margin) {
      return MarginFraction.of(margin.initialFraction());
    }
    return kind instanceof AccountKind.Cash ? MarginFraction.ALL : MarginFraction.NONE;
  }

  /** Equity required to hold positions: nothing unless the account is on margin. */
  public MarginFraction maintenanceMargin() {
    return kind instanceof AccountKind.Margin margin
        ? MarginFraction.of(margin.maintenanceFraction())
        : MarginFraction.NONE;
  }
}
