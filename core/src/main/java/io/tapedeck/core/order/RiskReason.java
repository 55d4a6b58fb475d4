package io.tapedeck.core.order;

/** Why a guard acts. */
public enum RiskReason {
  /** The loss since the session's start reached its limit; money. */
  DAILY_LOSS_REACHED,
  /** The fall from the highest equity reached its limit; money. */
  DRAWDOWN_REACHED,
  /** Equity is below the maintenance requirement; money. */
  MAINTENANCE_UNDERCUT,
  /** A new session begins, and what the last one's losses forbade is allowed again. */
  SESSION_OPENED,
  /** A position's loss reached its limit; money. */
  STOP_LOSS_REACHED,
  /** A position gave back too much since its best price; money. */
  TRAILING_STOP_REACHED,
  /** A position's profit reached its goal; money. */
  TAKE_PROFIT_REACHED,
  /** A position was held long enough; nanoseconds. */
  TIME_STOP_REACHED,
  /** A position was held through enough session opens; sessions. */
  SESSION_STOP_REACHED
}
