package io.tapedeck.core.account;

import io.tapedeck.core.contract.Require;
import io.tapedeck.core.describe.Model;
import io.tapedeck.core.describe.Setting;
import java.io.Serializable;
import java.math.BigDecimal;

/** What an account may hold against its equity. */
public sealed interface AccountKind extends Serializable {
  /** Anything: no margin is required and nothing is ever called. */
  @Model(
      name = "unconstrained",
      value = "Anything: no margin is required and nothing is called; a warning.")
  record Unconstrained() implements AccountKind {}

  /** What is paid for: no short positions and no negative cash; nothing is ever called. */
  @Model(name = "cash", value = "What is paid for: no short positions and no negative cash.")
  record Cash() implements AccountKind {}

  /**
   * Positions of either sign against a share of their value, the same for all instruments.
   *
   * @param initialFraction equity required to open, as a share of the absolute value of positions;
   *     above 0 and at most 1: the largest leverage is {@code 1 / initialFraction}
   * @param maintenanceFraction equity required to hold, likewise; above 0 and at most {@code
   *     initialFraction}. Below it the account is called
   */
  @Model(name = "margin", value = "Positions of either sign against a share of their value.")
  record Margin(
      @Setting(
              value = "equity required to open, a share of positions",
              name = "initial",
              range = "above 0, at most 1")
          BigDecimal initialFraction,
      @Setting(
              value = "equity below which the account is called",
              name = "maintenance",
              range = "above 0, at most initial")
          BigDecimal maintenanceFraction)
      implements AccountKind {
    public Margin {
      Require.that(
          initialFraction.signum() > 0 && initialFraction.compareTo(BigDecimal.ONE) <= 0,
          "initialFraction must be above 0 and at most 1 (0.25 is a leverage of 4), was %s",
          initialFraction);
      Require.that(
          maintenanceFraction.signum() > 0 && maintenanceFraction.compareTo(initialFraction) <= 0,
          "maintenanceFraction must be above 0 and at most initialFraction (%s), was %s",
          initialFraction,
          maintenanceFraction);
      initialFraction = initialFraction.stripTrailingZeros();
      maintenanceFraction = maintenanceFraction.stripTrailingZeros();
      MarginFraction.of(initialFraction);
      MarginFraction.of(maintenanceFraction);
    }
  }
}
