package io.tapedeck.core.execution;

/** How far a bar must go for a limit order to fill. */
public enum BarLimitMode {
  /** To the limit. */
  TOUCH,
  /** Strictly beyond the limit. */
  PENETRATE,
  /** Strictly beyond the limit, or to it with a given probability. */
  PROBABILITY
}
