package io.tapedeck.core.account;

import io.tapedeck.core.describe.Model;

/** What follows when equity falls below the maintenance requirement. */
public enum LiquidationRule {
  /** Working orders are cancelled and every position is closed at the market. */
  @Model("Working orders are canceled and every position is closed at the market.")
  ALL
}
