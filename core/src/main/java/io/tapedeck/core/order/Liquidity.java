package io.tapedeck.core.order;

/** FIX LastLiquidityInd (851): whether a fill added liquidity or took it. */
public enum Liquidity {
  MAKER,
  TAKER
}
