package io.tapedeck.core.account;

/** What follows when equity falls below the maintenance requirement. */
public enum LiquidationRule {
  /** Working orders are cancelled and every position is closed at the market. */
  ALL
}
