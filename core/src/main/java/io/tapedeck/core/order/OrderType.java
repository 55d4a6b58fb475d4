package io.tapedeck.core.order;

/** FIX OrdType (40). */
public enum OrderType {
  MARKET,
  LIMIT
}
