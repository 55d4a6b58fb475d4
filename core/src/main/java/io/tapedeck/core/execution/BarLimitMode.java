package io.tapedeck.core.execution;

import io.tapedeck.core.describe.Model;

/** How far a bar must go for a limit order to fill. */
public enum BarLimitMode {
  /** To the limit. */
  @Model("The bar must reach the limit; a warning.")
  TOUCH,
  /** Strictly beyond the limit. */
  @Model("The bar must go strictly beyond the limit.")
  PENETRATE,
  /** Strictly beyond the limit, or to it with a given probability. */
  @Model("Beyond, or to it with touch_probability.")
  PROBABILITY
}
